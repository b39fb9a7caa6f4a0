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
  // A descriptor for poll() that is readable while it is raised; negative: the system had none left.
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace anteroom::paint
