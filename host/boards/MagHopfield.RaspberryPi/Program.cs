using MagHopfield.BoardServer.Serving;
using MagHopfield.RaspberryPi.Commands;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.PreFlight;

// Before anything else: a signal may come at any moment.
Interruption interruption = new();
int code = new PiCommands(
    new LinuxMachine(), model => new LinuxPiDevices(model), Console.Out, Console.Error).Run(args, interruption.Token);
GC.KeepAlive(interruption);
return code;
