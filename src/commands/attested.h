// What `anteroom attest` reads from the machine, for the commands that print it.
#pragma once

#include "commands/options.h"
#include "report/attestation.h"

namespace anteroom::commands {

// Takes some seconds: it hashes files and asks the package manager.
report::Attestation attested(const AttestOptions& options);

}  // namespace anteroom::commands
