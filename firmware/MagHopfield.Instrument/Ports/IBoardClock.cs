namespace MagHopfield.Instrument.Ports;

/// <summary>Time on the board. On the virtual board it is simulated and runs only by SPI traffic, conversions and waiting.</summary>
public interface IBoardClock
{
    /// <summary>Time since start in microseconds.</summary>
    long Microseconds { get; }

    /// <summary>Waits at least this long. Never used to make a pulse width.</summary>
    /// <param name="microseconds">0 or more.</param>
    void Wait(int microseconds);
}
