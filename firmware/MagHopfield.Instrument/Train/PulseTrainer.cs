using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Train;

/// <summary>
/// Writes a pattern into the film: + nodes of the gold layer at +V, − nodes at −V, for a train of pulses whose width hardware
/// makes (Niu et al., PNAS 2024: pulses on the gold terminals, 50 µs to 200 µs at 3 V to 5 V).
/// </summary>
public sealed class PulseTrainer
{
    private readonly AnalogBoard _board;
    private readonly PulseLimits _limits;

    /// <summary>A trainer on a board.</summary>
    /// <param name="board">Board, initialised before the first train.</param>
    /// <param name="limits">Limits to check a whole train by before anything moves; the board checks each pulse again.</param>
    public PulseTrainer(AnalogBoard board, PulseLimits limits)
    {
        _board = board;
        _limits = limits;
    }

    /// <summary>Applies a train of pulses and leaves everything open.</summary>
    /// <param name="pattern">N signs.</param>
    /// <param name="volts">Amplitude in volts, above 0.</param>
    /// <param name="widthMicroseconds">Width of each pulse in microseconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <exception cref="ArgumentException">Wrong length of the pattern, or a limit is passed; nothing was moved.</exception>
    public void Train(Pattern pattern, double volts, int widthMicroseconds, int count)
    {
        Check(pattern, volts, widthMicroseconds, count);
        double[] nodeVolts = new double[pattern.Length];
        for (int i = 0; i < nodeVolts.Length; i++)
            nodeVolts[i] = pattern[i] * volts;

        try
        {
            _board.ConnectPulse(nodeVolts);
            for (int i = 0; i < count; i++)
            {
                _board.Fire(widthMicroseconds);
                _board.Monitor?.Progress(i + 1, count);
            }

            _board.OpenAll();
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    /// <summary>Checks a train of pulses; nothing moves.</summary>
    /// <param name="pattern">N signs.</param>
    /// <param name="volts">Amplitude in volts, above 0.</param>
    /// <param name="widthMicroseconds">Width of each pulse in microseconds.</param>
    /// <param name="count">Number of pulses.</param>
    /// <exception cref="ArgumentException">Wrong length of the pattern, or a limit is passed.</exception>
    public void Check(Pattern pattern, double volts, int widthMicroseconds, int count)
    {
        if (pattern.Length != _board.NodeCount)
        {
            throw new ArgumentException("A board of " + _board.NodeCount.ToString() + " nodes cannot take a pattern of "
                + pattern.Length.ToString() + ".");
        }

        if (!(0 < volts))
        {
            throw new ArgumentOutOfRangeException(
                "volts", "The amplitude of a pulse must be above 0 V, asked for " + MessageNumber.Of(volts)
                + " V; its sign is the pattern's.");
        }

        _limits.CheckTrain(volts, widthMicroseconds, count);
    }
}
