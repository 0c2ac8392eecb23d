namespace MagHopfield.Instrument.Ports;

/// <summary>A panel of 8×8 pixels: letters, digits and patterns of up to 64 nodes.</summary>
public interface ILetterPanel : ILedPanel
{
    /// <summary>Whether it is lit; off, it is dark and keeps what it would show.</summary>
    bool IsOn { get; set; }

    /// <summary>Shows rows of pixels.</summary>
    /// <param name="rows">Eight bytes from the top; the highest bit is the pixel on the left, 1 is lit.</param>
    void ShowRows(byte[] rows);

    /// <summary>The rows that it shows.</summary>
    byte[] TakeRows();
}
