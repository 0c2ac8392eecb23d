using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>The film as the demo's network.</summary>
public sealed class FilmNetwork : IDemoNetwork
{
    // One pulse of ±5 V and 200 µs (Niu et al., PNAS 2024).
    private const double PulseVolts = 5;
    private const int PulseMicroseconds = 200;

    private readonly HopfieldInstrument _instrument;

    /// <summary>A network of a film that has been found.</summary>
    /// <param name="instrument">Instrument, initialised.</param>
    public FilmNetwork(HopfieldInstrument instrument)
    {
        _instrument = instrument;
    }

    /// <inheritdoc/>
    public int NodeCount => _instrument.NodeCount;

    /// <inheritdoc/>
    public string Name => "film";

    /// <summary>Whether a board answers and a film is attached.</summary>
    /// <param name="instrument">Instrument.</param>
    /// <param name="why">What is missing; empty where nothing is.</param>
    public static bool IsThere(HopfieldInstrument instrument, out string why)
    {
        why = "";
        try
        {
            if (!instrument.IsReady)
                instrument.Initialise();

            instrument.MeasureConductance(1);
            return true;
        }
        catch (ChipException e)
        {
            why = e.Message;
        }
        catch (MeasurementException e)
        {
            why = e.Message;
        }
        catch (InvalidOperationException e)
        {
            why = e.Message;
        }
        catch (PulseLockedException e)
        {
            why = e.Message;
        }
        catch (InterlockException e)
        {
            why = e.Message;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Train(Pattern pattern)
    {
        if (_instrument.Reference.Count == 0)
            _instrument.CalibrateReference(PulseVolts, PulseMicroseconds);

        _instrument.Train(pattern, PulseVolts, PulseMicroseconds, 1);
        _instrument.MeasureConductance(1);
    }

    /// <inheritdoc/>
    public Pattern Recall(Pattern start) => _instrument.Recall(start, RecallMode.SteepestDescent, 1).State;
}
