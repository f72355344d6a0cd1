package datapackage

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// A parser reads one description.
type parser struct {
	pkg      *Package
	readFile func(path string) ([]byte, error)
	v1       bool // by the first version of the standard
}

// Parse reads a description. readFile reads the files beside it that may hold a schema
// or a dialect; its errors say what is wrong with the file, without its path. The error
// is for data that is not a JSON object.
func Parse(data []byte, readFile func(path string) ([]byte, error)) (*Package, error) {
	values, err := parseObject(data)
	if err != nil {
		return nil, err
	}
	p := &parser{pkg: &Package{}, readFile: readFile}
	o := object{values, "package", func(format string, args ...any) { p.fail("package-error", format, args...) }}
	schema := o.text("$schema")
	p.v1 = o.has("profile") && schema == "" || strings.Contains(schema, "/1.0/")
	p.about(o)
	if _, there := values["resources"].([]any); !there && !o.has("resources") {
		o.fail("package: there are no resources")
	} else if len(o.list("resources")) == 0 {
		o.fail("package: resources has no items, and needs one")
	}
	for i, res := range o.objects("resources", "resource") {
		p.pkg.Resources = append(p.pkg.Resources, p.resource(res, i))
	}
	p.checkNames()
	return p.pkg, nil
}

func (p *parser) fail(typ, format string, args ...any) {
	p.pkg.Faults = append(p.pkg.Faults, Fault{typ, fmt.Sprintf(format, args...)})
}

func (r *Resource) fail(typ, format string, args ...any) {
	r.Faults = append(r.Faults, Fault{typ, fmt.Sprintf(format, args...)})
}

var (
	nameInV1  = regexp.MustCompile(`^[-a-z0-9._/]+$`)
	licenseID = regexp.MustCompile(`^[-a-zA-Z0-9._]+$`)
	mediaType = regexp.MustCompile(`^.+/.+$`)
	hashForm  = regexp.MustCompile(`^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$`)
)

// about reads what is for people.
func (p *parser) about(o object) {
	p.pkg.About = About{Schema: o.text("$schema"), Name: o.text("name"), Title: o.text("title"), Description: o.text("description"),
		Homepage: o.text("homepage"), Version: o.text("version"), Created: o.text("created"), Generator: o.text("generator"),
		Keywords: o.texts("keywords", false)}
	for _, key := range []string{"profile", "id", "image"} {
		o.text(key)
	}
	if name := p.pkg.About.Name; p.v1 && o.has("name") && !nameInV1.MatchString(name) {
		o.fail("package: name is %q: lower-case letters, digits, dots, hyphens, underscores and slashes only", name)
	}
	if created := p.pkg.Created; created != "" {
		if _, err := time.Parse(time.RFC3339, created); err != nil {
			o.fail("package: created is %q, not a date and time as in 2024-05-06T07:08:09Z", created)
		}
	}
	o.notEmpty("keywords", "licenses", "contributors")
	p.pkg.Licenses, p.pkg.Sources = readLicenses(o), readSources(o)
	for _, c := range o.objects("contributors", "contributor") {
		c.notNone()
		p.pkg.Contributors = append(p.pkg.Contributors, Contributor{Title: c.text("title"), Organization: c.text("organization")})
	}
}

func readLicenses(o object) (all []License) {
	for _, o := range o.objects("licenses", "licence") {
		l := License{o.text("name"), o.text("path"), o.text("title")}
		o.notEmpty("name", "path")
		if l.Name == "" && l.Path == "" {
			o.fail("%s has neither a name nor a path", o.at)
		}
		if l.Name != "" && !licenseID.MatchString(l.Name) {
			o.fail("%s: name is %q: letters, digits, dots, hyphens and underscores only", o.at, l.Name)
		}
		checkPath(o, l.Path)
		all = append(all, l)
	}
	return all
}

func readSources(o object) (all []Source) {
	for _, o := range o.objects("sources", "source") {
		s := Source{Title: o.text("title"), Path: o.text("path"), Version: o.text("version")}
		o.notNone()
		o.notEmpty("path")
		checkPath(o, s.Path)
		own := o.silent() // additions of tidywiki: anybody may have others of that name
		s.License, s.Hash, s.Bytes = own.text("license"), own.text("hash"), own.count("bytes", 0)
		all = append(all, s)
	}
	return all
}

// checkPath checks the form of a path that is not followed.
func checkPath(o object, p string) {
	if p != "" && !IsAddress(p) && BadPath(p) != "" {
		o.fail("%s: path %q %s", o.at, p, BadPath(p))
	}
}

// checkNames checks that no two resources share a name.
func (p *parser) checkNames() {
	seen := map[string]bool{}
	for _, r := range p.pkg.Resources {
		if r.Name != "" && seen[r.Name] {
			p.fail("package-error", "package: two resources are named %q", r.Name)
		}
		seen[r.Name] = true
	}
}

// described returns the object that is a member of o, or that is in the file which the
// member names.
func (p *parser) described(o object, key, typ string, r *Resource) (object, bool) {
	fail := func(format string, args ...any) { r.fail(typ, format, args...) }
	v, there := o.values[key]
	at := o.at + ": " + key
	switch v := v.(type) {
	case map[string]any:
		return object{v, at, fail}, true
	case string:
		switch {
		case IsAddress(v):
			r.fail("scheme-error", "%s: %s is an address, and nothing is read from the network", at, v)
		case BadPath(v) != "":
			r.fail("path-error", "%s: the path %q %s", at, v, BadPath(v))
		default:
			data, err := p.readFile(v)
			if err != nil {
				fail("%s: %s %v", at, v, err)
				break
			}
			values, err := parseObject(data)
			if err != nil {
				fail("%s: %s %v", at, v, err)
				break
			}
			return object{values, v, fail}, true
		}
		return object{}, false
	}
	if there {
		fail("%s is %s, neither an object nor a path", at, Describe(v))
	}
	return object{}, false
}
