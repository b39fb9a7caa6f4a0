// The optional table [check] of a file of interface words.
#pragma once

#include "model/interface_words.h"
#include "source/table_reader.h"

namespace anteroom::content {

// The contents of [check] in the file `root`; nothing to avoid if there is none. Errors: to the faults of `root`.
WordCheck read_word_check(source::TableReader& root);

}  // namespace anteroom::content
