// The key `picture` of a card or of one of its steps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/pack_folder.h"
#include "source/table_reader.h"
#include "source/toml_value.h"

namespace anteroom::content {

// The absolute path of the picture that `reader`'s key `picture` names; empty if the key is absent or faulty.
// Errors: to the reader's faults.
std::string read_picture(source::TableReader& reader, const PackFolder& folder);

// The absolute path of the picture file in `folder` that `name` means; if there is none or more than one, the path that
// it would have.
std::string picture_path(std::string_view name, const PackFolder& folder);

// True if `path` ends as the name of an SVG does, in capitals or not.
bool is_drawing(std::string_view path);

// The values of the keys `picture` of a card's `table` and of its exhibit's steps, valid names or not. Valid as long as
// `table`.
std::vector<source::Located> picture_names(const source::TomlTable& table);

}  // namespace anteroom::content
