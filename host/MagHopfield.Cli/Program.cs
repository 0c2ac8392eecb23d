using MagHopfield.Cli;
using MagHopfield.Micromagnetics;

KernelCache.Default = KernelCache.OfUser();
return await CommandLine.RunAsync(args);
