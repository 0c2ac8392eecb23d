using MagHopfield.Cli;

return await CommandLine.RunAsync(args);
