"""Parses the files named on the command line with podcastparser and prints what parse-files.ts prints."""
import json
import resource
import sys
import time

import podcastparser

episodes = 0
started = time.process_time()
for name in sys.argv[1:]:
    with open(name, "rb") as stream:
        episodes += len(podcastparser.parse("https://show.example/feed.xml", stream)["episodes"])
usage = resource.getrusage(resource.RUSAGE_SELF)
process = usage.ru_utime + usage.ru_stime
print(json.dumps({
    "episodes": episodes,
    "processCpuMs": process * 1000,
    "parseCpuMs": (time.process_time() - started) * 1000,
}))
