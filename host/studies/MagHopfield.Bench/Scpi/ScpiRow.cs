namespace MagHopfield.Bench.Scpi;

/// <summary>One kind of message, from its bytes to the bytes of its answer, in this process.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Nodes">Nodes N of the board.</param>
/// <param name="Commands">Program message units (IEEE 488.2) in it.</param>
/// <param name="BytesIn">Bytes to the instrument.</param>
/// <param name="BytesOut">Bytes from it.</param>
/// <param name="Seconds">This machine's time for one message, median, in seconds.</param>
public sealed record ScpiRow(string Name, int Nodes, int Commands, int BytesIn, int BytesOut, double Seconds)
{
    /// <summary>Commands a second.</summary>
    public double CommandsPerSecond => Commands / Seconds;

    /// <summary>Bytes a second, in and out together.</summary>
    public double BytesPerSecond => (BytesIn + BytesOut) / Seconds;
}
