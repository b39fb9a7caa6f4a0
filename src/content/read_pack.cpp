#include "content/read_pack.h"

#include "content/pack_files.h"

namespace anteroom::content {

Pack read_pack(const std::filesystem::path& folder, const PackOptions& options, source::TomlFiles& files,
               source::Diagnostics& diagnostics) {
  return read_pack(PackFolder(folder), options, files, diagnostics);
}

Pack read_pack(const PackFolder& folder, const PackOptions& options, source::TomlFiles& files,
               source::Diagnostics& diagnostics) {
  return assemble(read_pack_files(folder, options, Sources::drop, files, diagnostics), diagnostics);
}

}  // namespace anteroom::content
