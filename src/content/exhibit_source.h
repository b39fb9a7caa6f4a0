// What the readers of all exhibit kinds share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/pack_folder.h"
#include "content/read_exhibit.h"
#include "content/read_pack.h"
#include "source/table_reader.h"

namespace anteroom::content {

// What is needed to read an exhibit. All must outlive it.
struct ExhibitSource {
  const std::string& picture;  // the card's, absolute
  bool has_picture;            // the card names one, valid or not
  const PackFolder& folder;
  const PictureFactsOf& facts_of;  // may be empty

  // The facts of the card's picture, with the elements `ids`. Requires: facts_of.
  PictureFacts facts(const std::vector<source::Located>& ids) const;
};

// Reports each of `ids` once of which the card's picture, of which `facts` are known, has no element, or several layers
// of that name; all of them in one fault if they have one cause. False if there are any.
bool report_no_elements(const std::vector<source::Located>& ids, const PictureFacts& facts, const ExhibitSource& source,
                        source::FileFaults& faults);

// Reports each of `ids` once of which nothing is seen within the card's picture.
void report_unseen(const std::vector<source::Located>& ids, const PictureFacts& facts, const ExhibitSource& source,
                   source::FileFaults& faults);

// The ids in `layers` of a `what` ("step"), also put into `layers`; none: it has no such key.
// Errors: wrong-type, too-many.
std::vector<source::Located> read_layers(source::TableReader& reader, const std::string& what,
                                         std::vector<std::string>& layers, const char* key = "layers");

// The tables of `key`, their number checked; nothing if there is no such list.
// Errors: missing-key with `advice`, wrong-type, out-of-range.
std::optional<std::vector<const source::TomlValue*>> read_list(source::TableReader& reader, const char* key,
                                                               const char* advice, const source::Range& allowed);

// Reads [exhibit] of kind "pull", whose other keys are in `reader`.
void read_pull(source::TableReader& reader, ExhibitEntry& entry);

// Reads [exhibit] of kind "hotspots", whose other keys are in `reader`.
void read_hotspots(source::TableReader& reader, const ExhibitSource& source, ExhibitEntry& entry);

}  // namespace anteroom::content
