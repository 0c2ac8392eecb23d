using MagHopfield.RaspberryPi.Commands;
using MagHopfield.RaspberryPi.PreFlight;

// Before anything else: a signal may come at any moment.
Interruption interruption = new();
int code = CommandLine.Run(args, new LinuxMachine(), interruption.Token);
GC.KeepAlive(interruption);
return code;
