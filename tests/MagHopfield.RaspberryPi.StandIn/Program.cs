using System.Globalization;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.RaspberryPi.Serving;
using MagHopfield.RaspberryPi.StandIn;

// FOLDER PULSE_SECONDS: serves on TCP. FOLDER/pulse.bin gets the bytes of each transfer of the pulse bus before its first bit, as the
// kernel has them then; a pulse lasts PULSE_SECONDS of real time. FOLDER/end.txt tells how the board was left.
Interruption interruption = new();
string folder = args[0];
double seconds = double.Parse(args[1], CultureInfo.InvariantCulture);
using StandInPi pi = new(OjaFilm.Niu2024());
pi.PulseOpened = bus => bus.Begins = bytes =>
{
    if (bytes.Any(b => b != 0))
    {
        // Whole or not there, for the process may be killed as soon as the file is seen.
        string part = Path.Combine(folder, "pulse.part");
        File.WriteAllBytes(part, bytes);
        File.Move(part, Path.Combine(folder, "pulse.bin"), overwrite: true);
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
    }
};
using ServiceNotifier notifier = new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"));
HeadService.Run(pi, pi.Model, pi.BufferBytes, new ServeOptions(0, null), notifier, Console.Out, interruption.Token);
File.WriteAllText(
    Path.Combine(folder, "end.txt"),
    $"{(pi.IsSafe ? "safe" : "not safe")}, {pi.Board.Pulses.Count} pulses, {pi.Board.Hazards.Count} hazards");
return 0;
