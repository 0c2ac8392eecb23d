namespace MagHopfield.Bench.Instrument;

/// <summary>One measurement of G, broken down.</summary>
/// <param name="Scheme">Scheme and number of nodes.</param>
/// <param name="Readings">Conversions.</param>
/// <param name="Conversion">Board time of the conversions, in seconds.</param>
/// <param name="Frames">SPI frames.</param>
/// <param name="Bus">Board time of the frames with the gaps between them, in seconds.</param>
/// <param name="Waiting">Board time in which switches and source settle, in seconds.</param>
/// <param name="Code">This machine's time for the instrument's own code, median, in seconds.</param>
/// <param name="Models">This machine's time for chip models and circuit beside it, in seconds.</param>
public sealed record MeasurementRow(
    string Scheme, int Readings, double Conversion, long Frames, double Bus, double Waiting, double Code, double Models)
{
    /// <summary>Board time of the whole measurement without the instrument's code, in seconds.</summary>
    public double BoardTime => Conversion + Bus + Waiting;
}
