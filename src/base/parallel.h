// Work that falls into independent parts, done on as many threads as there are processors.
#pragma once

#include <cstddef>
#include <functional>

namespace rutter {

// Calls part(0) ... part(count - 1), each once, in no particular order; returns when all are done. Parts must not throw,
// and must not change anything that another one reads. With one processor, or where no thread can be had, the caller's
// thread does it all.
void parallel(std::size_t count, const std::function<void(std::size_t)>& part);

}  // namespace rutter
