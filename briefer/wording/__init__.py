"""Words: sentences, finding, places, scripts, quotation marks; on plain text, offsets in code points."""
