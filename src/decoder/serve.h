// One picture from standard input to standard output.
#pragma once

#include <string>
#include <vector>

namespace anteroom::decoder {

// Carries out the request in `words`: enters the jail, reads the picture from standard input and writes the reply to
// standard output, which is sealed afterwards if it is a memory file. Returns the exit status: 0 a reply was written,
// of whatever kind; 1 it could not be; 2 `words` are not a request.
int serve(const std::vector<std::string>& words);

}  // namespace anteroom::decoder
