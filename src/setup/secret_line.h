// A line that nobody may read over the shoulder of whoever types it.
#pragma once

#include <optional>
#include <ostream>
#include <string>

namespace anteroom::setup {

// The line typed at the terminal `in` after `question`, a dot shown for each character; nothing if Ctrl-C, Ctrl-D or
// the end of the terminal came before its end. The terminal is left as it was. If `in` is no terminal, the next line of
// it, without a question.
std::optional<std::string> secret_line(int in, std::ostream& out, const std::string& question);

}  // namespace anteroom::setup
