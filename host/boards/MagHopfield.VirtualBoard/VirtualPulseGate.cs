using MagHopfield.Instrument.Ports;

namespace MagHopfield.VirtualBoard;

/// <summary>PULSE_EN as the RMT peripheral drives it: exactly the width asked for, in simulated time.</summary>
public sealed class VirtualPulseGate : IPulseGate
{
    private const int MaximumWidth = 32767;

    private readonly Action<int> _fire;

    internal VirtualPulseGate(Action<int> fire) => _fire = fire;

    /// <inheritdoc/>
    public void Fire(int widthMicroseconds)
    {
        if (widthMicroseconds is < 1 or > MaximumWidth)
        {
            throw new ArgumentOutOfRangeException(
                nameof(widthMicroseconds), $"A pulse of {widthMicroseconds} µs is not one RMT command; give 1 … {MaximumWidth} µs.");
        }

        _fire(widthMicroseconds);
    }
}
