package parquetfile

import (
	"bytes"
	"encoding/base64"
	"encoding/json"

	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// metadataOf returns the key-value metadata of a file.
func metadataOf(s *dataset.Schema) (map[string]string, error) {
	m := make(map[string]string)
	set := func(key, value string) {
		if value != "" {
			m[key] = value
		}
	}
	for _, kv := range s.Meta {
		set(kv.Key, kv.Value)
	}
	set("title", s.Title)
	set("description", s.Description)
	set("fields", fieldsOf(s))
	arrow, err := arrowSchema(s)
	set("ARROW:schema", arrow)
	return m, err
}

// fieldsOf returns names, types, titles, descriptions and units of the fields as a
// JSON array.
func fieldsOf(s *dataset.Schema) string {
	type field struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Title       string `json:"title,omitempty"`
		Description string `json:"description,omitempty"`
		Unit        string `json:"unit,omitempty"`
	}
	fields := make([]field, len(s.Fields))
	for i, f := range s.Fields {
		fields[i] = field{f.Name, f.Type.String(), f.Title, f.Description, f.Unit}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(fields) // strings only: cannot fail
	return string(bytes.TrimSpace(b.Bytes()))
}

// arrowSchema returns the Arrow schema as an IPC message in base64. An IPC stream
// without batches is that message and eight bytes that end the stream.
func arrowSchema(s *dataset.Schema) (string, error) {
	var b bytes.Buffer
	if err := ipc.NewWriter(&b, ipc.WithSchema(s.Arrow())).Close(); err != nil {
		return "", err
	}
	const end = 8
	return base64.StdEncoding.EncodeToString(b.Bytes()[:b.Len()-end]), nil
}
