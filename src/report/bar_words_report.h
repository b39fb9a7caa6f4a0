// Whether a pack's own words have room in the bar.
#pragma once

#include "content/pack_folder.h"
#include "model/content.h"
#include "paint/face_table.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::report {

// Reports each word of the interface files of `pack`, for a language on offer, that is too long for the bar of this
// screen, so that patients see an icon without it. Where the English word has no room either, it is the screen that is
// too small for words in its bar.
// Errors: long-label, a warning, where the file has the word.
void report_bar_words(const Content& content, const content::PackFolder& pack, const paint::FaceTable& faces,
                      source::TomlFiles& files, source::Diagnostics& diagnostics);

}  // namespace anteroom::report
