// A generated pack, as large as no clinic will ever have one, to see what size costs.
#pragma once

#include <filesystem>

namespace anteroom::commands {

// A new folder below the system's temporary one with a sound pack of `cards` cards in English and French; empty if it
// could not be written. The caller removes it.
std::filesystem::path write_big_pack(int cards);

}  // namespace anteroom::commands
