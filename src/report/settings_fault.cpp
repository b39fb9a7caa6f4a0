#include "report/settings_fault.h"

#include "content/read_settings.h"
#include "source/source_file.h"

namespace anteroom::report {

void add_settings_fault(const source::Rule& rule, const SettingsFiles& settings, const source::KeyPath& keys,
                        const std::string& message, source::TomlFiles& files, source::Diagnostics& diagnostics) {
  for (const std::filesystem::path& path : {settings.own, settings.included}) {
    const source::TomlFile* file = path.empty() ? nullptr : files.read(path, content::max_settings_bytes);
    const source::TomlValue* value = file == nullptr ? nullptr : source::find_value(file->values(), keys);
    if (value == nullptr) continue;
    source::FileFaults(file->source, diagnostics).add(rule, value->at, message);
    return;
  }
  source::add_file_fault(diagnostics, rule, settings.own.generic_string(), message);
}

}  // namespace anteroom::report
