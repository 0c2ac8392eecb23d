using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>One lesson for the film: a pattern and its pulses.</summary>
/// <param name="Pattern">Signs of the nodes.</param>
/// <param name="Voltage">Amplitude in volts.</param>
/// <param name="Width">Width of a pulse in seconds.</param>
/// <param name="Pulses">Number of pulses.</param>
public sealed record Training(Pattern Pattern, double Voltage, double Width, int Pulses)
{
    /// <summary>Width in whole microseconds, the tick of the pulse gate.</summary>
    public int WidthMicroseconds => (int)Math.Round(1e6 * Width);
}
