// What a screen shows at a time that the command line names: for `why` and `schedule`.
#pragma once

#include <filesystem>

#include "assembly/load.h"
#include "report/why_report.h"
#include "source/diagnostic.h"
#include "source/toml_files.h"

namespace anteroom::commands {

class ChosenScreen {
 public:
  explicit ChosenScreen(const assembly::SourceOptions& source);
  ChosenScreen(const ChosenScreen&) = delete;
  ChosenScreen& operator=(const ChosenScreen&) = delete;

  // False, with the faults on standard error, if the settings name no content.
  bool has_content() const;

  const Content& content() const { return loaded_.content; }
  // Valid as long as this.
  report::Shown shown() { return {loaded_.content, config_, files_, diagnostics_}; }
  // The time at the clinic.
  WallTime now() const;

 private:
  std::filesystem::path config_;
  source::TomlFiles files_;
  source::Diagnostics diagnostics_;
  assembly::Loaded loaded_;
};

}  // namespace anteroom::commands
