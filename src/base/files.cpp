#include "base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

extern char** environ;

namespace rutter {
namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint32_t>::max();

// Closes a descriptor when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close_now(); }
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  int close_now() {
    const int result = fd_ >= 0 ? ::close(fd_) : 0;
    fd_ = -1;
    return result;
  }

 private:
  int fd_;
};

std::string failed(std::string_view what, std::string_view name) {
  return fmt::format("cannot {} {}: {}", what, name, std::strerror(errno));
}

bool read_all(int fd, const std::string& name, std::string& text, std::string& error) {
  struct stat info {};
  if (::fstat(fd, &info) == 0) {
    if (S_ISDIR(info.st_mode)) {
      error = fmt::format("cannot read {}: it is a folder", name);
      return false;
    }
    // one byte more, so that the end is seen without growing
    if (S_ISREG(info.st_mode) && info.st_size > 0 && static_cast<std::uint64_t>(info.st_size) <= largest)
      text.reserve(static_cast<std::size_t>(info.st_size) + 1);
    if (S_ISREG(info.st_mode) && static_cast<std::uint64_t>(info.st_size) > largest) {
      error = fmt::format("cannot read {}: {} bytes are more than the 4 GiB a source may have", name,
                          info.st_size);
      return false;
    }
  }
  std::size_t used = 0;
  while (true) {
    const std::size_t room = std::max<std::size_t>(text.capacity() - used, 64 * 1024);
    text.resize(used + room);
    const ssize_t n = ::read(fd, text.data() + used, room);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      error = failed("read", name);
      return false;
    }
    used += static_cast<std::size_t>(n);
    if (used > largest) {
      error = fmt::format("cannot read {}: more than the 4 GiB a source may have", name);
      return false;
    }
    if (n == 0) break;
  }
  text.resize(used);
  return true;
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::string& error) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) {
    error = failed("read", path);
    return std::nullopt;
  }
  std::string text;
  if (!read_all(file.get(), path, text, error)) return std::nullopt;
  return text;
}

std::optional<std::string> read_standard_input(std::string& error) {
  std::string text;
  if (!read_all(STDIN_FILENO, "standard input", text, error)) return std::nullopt;
  return text;
}

bool write_file(const std::string& path, std::string_view text, std::string& error) {
  struct stat info {};
  const bool there = ::stat(path.c_str(), &info) == 0;
  if (there && !S_ISREG(info.st_mode)) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file && write_all(file.get(), text) && file.close_now() == 0) return true;
    error = failed("write", path);
    return false;
  }
  // through a symbolic link to what it stands for, which is then replaced
  std::string target = path;
  if (there) {
    std::array<char, PATH_MAX> real{};
    if (::realpath(path.c_str(), real.data())) target = real.data();
  }
  const std::string beside = fmt::format("{}.{}.part", target, ::getpid());
  Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666));
  if (!file) {
    error = failed("write", path);
    return false;
  }
  bool done = write_all(file.get(), text);
  if (done && there) done = ::fchmod(file.get(), info.st_mode & 07777) == 0;
  done = done && ::fsync(file.get()) == 0 && file.close_now() == 0 &&
         ::rename(beside.c_str(), target.c_str()) == 0;
  if (done) return true;
  error = failed("write", path);
  ::unlink(beside.c_str());
  return false;
}

bool write_standard_output(std::string_view text, std::string& error, bool& closed) {
  closed = false;
  if (write_all(STDOUT_FILENO, text)) return true;
  closed = errno == EPIPE;
  error = failed("write", "standard output");
  return false;
}

std::optional<Output> run_program(const std::vector<std::string>& command, std::string_view input,
                                  std::string& error) {
  // Files in memory instead of pipes: nobody waits for anybody, whatever is written first.
  const Descriptor in(::memfd_create("in", MFD_CLOEXEC));
  const Descriptor out(::memfd_create("out", MFD_CLOEXEC));
  const Descriptor err(::memfd_create("err", MFD_CLOEXEC));
  if (!in || !out || !err || !write_all(in.get(), input) || ::lseek(in.get(), 0, SEEK_SET) != 0) {
    error = failed("run", command.front());
    return std::nullopt;
  }
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&actions, in.get(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.get(), STDERR_FILENO);
  sigset_t pipe;
  ::sigemptyset(&pipe);
  ::sigaddset(&pipe, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&attributes, &pipe);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<char*> arguments;
  std::vector<std::string> copies = command;
  for (auto& c : copies) arguments.push_back(c.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int spawned = ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (spawned != 0) {
    error = fmt::format("cannot run {}: {}", command.front(), std::strerror(spawned));
    return std::nullopt;
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  Output result;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ::lseek(out.get(), 0, SEEK_SET);
  ::lseek(err.get(), 0, SEEK_SET);
  if (!read_all(out.get(), command.front(), result.out, error) ||
      !read_all(err.get(), command.front(), result.err, error))
    return std::nullopt;
  return result;
}

}  // namespace rutter
