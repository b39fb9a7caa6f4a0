// Ends a wait in another thread.
#pragma once

namespace anteroom::paint {

class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // From any thread.
  void raise();
  void clear();
  bool is_raised() const;
  // A descriptor that can be read while it is raised, for poll; below 0 when the system had none left.
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace anteroom::paint
