/* What Earmark asks of FAAD2, as functions that take and give nothing but numbers. Built by build/faad2.mjs. */
#include <stdlib.h>
#include "neaacdec.h"

#define EXPORT(name) __attribute__((export_name(#name)))

static NeAACDecFrameInfo frame;

EXPORT(allocate) void *allocate(unsigned long bytes)
{
    return malloc(bytes);
}

/* A decoder for frames without headers, set up by an AudioSpecificConfig; 0 when it cannot be. */
EXPORT(open) NeAACDecHandle open_decoder(unsigned char *config, unsigned long bytes)
{
    unsigned long rate;
    unsigned char channels;
    NeAACDecHandle decoder = NeAACDecOpen();
    if (!decoder) return 0;
    NeAACDecConfigurationPtr settings = NeAACDecGetCurrentConfiguration(decoder);
    settings->outputFormat = FAAD_FMT_FLOAT;
    /* A low rate alone is no sign of HE-AAC; taken for one, it would be delayed by its filters. */
    settings->dontUpSampleImplicitSBR = 1;
    NeAACDecSetConfiguration(decoder, settings);
    if (NeAACDecInit2(decoder, config, bytes, &rate, &channels) >= 0) return decoder;
    NeAACDecClose(decoder);
    return 0;
}

/* The samples of one frame, channels interleaved; how many, of how many channels and at which rate, the rest tells. */
EXPORT(decode) void *decode(NeAACDecHandle decoder, unsigned char *data, unsigned long bytes)
{
    return NeAACDecDecode(decoder, &frame, data, bytes);
}

/* Samples of all channels together; none for a frame that is damaged, and for the first, before which nothing stands. */
EXPORT(samples) unsigned long samples(void)
{
    return frame.error ? 0 : frame.samples;
}

EXPORT(channels) unsigned long channels(void)
{
    return frame.channels;
}

EXPORT(rate) unsigned long rate(void)
{
    return frame.samplerate;
}
