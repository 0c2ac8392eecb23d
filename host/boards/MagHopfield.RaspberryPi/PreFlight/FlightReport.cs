using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.PreFlight;

/// <summary>What the check before the start found.</summary>
/// <param name="Model">The machine, or null where the head cannot run on it.</param>
/// <param name="BufferBytes">spidev.bufsiz.</param>
/// <param name="Faults">What keeps the head from starting: what, where, how to mend it.</param>
/// <param name="Notes">What is good to know.</param>
public sealed record FlightReport(PiModel? Model, int BufferBytes, IReadOnlyList<string> Faults, IReadOnlyList<string> Notes);
