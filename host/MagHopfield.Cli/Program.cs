using MagHopfield.BoardServer.Serving;
using MagHopfield.Cli;
using MagHopfield.Micromagnetics.Demag;

// Before anything else: a signal may come at any moment.
Interruption interruption = new();
KernelCache.Default = KernelCache.OfUser();
int code = await CommandLine.RunAsync(args, interruption.Token);
GC.KeepAlive(interruption);
return code;
