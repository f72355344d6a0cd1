package validate

import (
	"regexp"
	"strings"
	"time"
)

// readPackage reads the description and its rules.
func (c *check) readPackage(name string) {
	fail := func(format string, args ...any) { c.report.fail("package-error", place{}, format, args...) }
	data, err := c.root.readFile(name)
	if err != nil {
		fail("%s %s", name, cause(err))
		return
	}
	values, err := parseObject(data)
	if err != nil {
		fail("%s %v", name, err)
		return
	}
	p := object{values, "package", fail}
	c.own = strings.HasPrefix(p.text("generator"), "tidywiki")
	c.v1 = isV1(p)
	c.properties(p)
	if _, there := values["resources"].([]any); !there && !p.has("resources") {
		fail("package: there are no resources")
	} else if len(p.list("resources")) == 0 {
		fail("package: resources has no items, and needs one")
	}
	for i, o := range p.objects("resources", "resource") {
		c.resources = append(c.resources, c.readResource(o, i))
	}
	c.checkNames()
}

// isV1 says whether a package declares the first version of the standard.
func isV1(p object) bool {
	schema := p.text("$schema")
	return p.has("profile") && schema == "" || strings.Contains(schema, "/1.0/")
}

var (
	nameInV1  = regexp.MustCompile(`^[-a-z0-9._/]+$`)
	licenseID = regexp.MustCompile(`^[-a-zA-Z0-9._]+$`)
	mediaType = regexp.MustCompile(`^.+/.+$`)
	hashForm  = regexp.MustCompile(`^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$`)
)

// properties checks those of the package that only people read.
func (c *check) properties(p object) {
	for _, key := range []string{"$schema", "profile", "name", "id", "title", "description", "homepage", "version", "created", "image"} {
		p.text(key)
	}
	if name := p.text("name"); c.v1 && p.has("name") && !nameInV1.MatchString(name) {
		p.fail("package: name is %q: lower-case letters, digits, dots, hyphens, underscores and slashes only", name)
	}
	if created := p.text("created"); created != "" {
		if _, err := time.Parse(time.RFC3339, created); err != nil {
			p.fail("package: created is %q, no date and time as in 2024-05-06T07:08:09Z", created)
		}
	}
	p.texts("keywords", false)
	p.notEmpty("keywords", "licenses", "contributors")
	checkLicenses(p)
	checkSources(p)
	for _, o := range p.objects("contributors", "contributor") {
		o.text("title")
		o.text("organization")
	}
}

func checkLicenses(p object) {
	for _, o := range p.objects("licenses", "licence") {
		name, where := o.text("name"), o.text("path")
		o.text("title")
		o.notEmpty("name")
		if name == "" && where == "" {
			o.fail("%s has neither a name nor a path", o.at)
		}
		if name != "" && !licenseID.MatchString(name) {
			o.fail("%s: name is %q: letters, digits, dots, hyphens and underscores only", o.at, name)
		}
		checkPath(o, where)
	}
}

func checkSources(p object) {
	for _, o := range p.objects("sources", "source") {
		o.text("title")
		o.text("version")
		checkPath(o, o.text("path"))
	}
}

// checkPath checks the form of a path that is not followed.
func checkPath(o object, p string) {
	if p != "" && !isAddress(p) && badPath(p) != "" {
		o.fail("%s: path %q %s", o.at, p, badPath(p))
	}
}

// checkNames checks that no two resources share a name.
func (c *check) checkNames() {
	seen := map[string]bool{}
	for _, r := range c.resources {
		if r.name != "" && seen[r.name] {
			c.report.fail("package-error", place{}, "package: two resources are named %q", r.name)
		}
		seen[r.name] = true
	}
}

// described returns the object that is a member of o, or that stands in the file
// that it names.
func (c *check) described(o object, key, typ string, task *Task) (object, bool) {
	fail := func(format string, args ...any) { task.fail(typ, place{}, format, args...) }
	v, there := o.values[key]
	at := o.at + ": " + key
	switch v := v.(type) {
	case map[string]any:
		return object{v, at, fail}, true
	case string:
		switch {
		case isAddress(v):
			task.fail("scheme-error", place{}, "%s: %s is an address, and nothing is read from the network", at, v)
		case badPath(v) != "":
			task.fail("path-error", place{}, "%s: the path %q %s", at, v, badPath(v))
		default:
			data, err := c.root.readFile(v)
			if err != nil {
				fail("%s: %s %s", at, v, cause(err))
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
		fail("%s is %s, neither an object nor a path", at, describe(v))
	}
	return object{}, false
}
