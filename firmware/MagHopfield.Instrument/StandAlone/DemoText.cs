namespace MagHopfield.Instrument.StandAlone;

/// <summary>Takes a line of text of the demo.</summary>
/// <param name="text">A short line.</param>
public delegate void DemoText(string text);
