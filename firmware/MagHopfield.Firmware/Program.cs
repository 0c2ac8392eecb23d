using System;
using System.Diagnostics;
using System.Threading;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.Firmware;

/// <summary>
/// The stand-alone cycle on the ESP32: calibrates the reference, then trains one pattern after the other, measures what the film has
/// learned, spoils the pattern by one node, recalls it and shows every step on the LEDs.
/// </summary>
public static class Program
{
    // One pulse of ±5 V and 200 µs (Niu et al., PNAS 2024).
    private const double PulseVolts = 5.0;
    private const int PulseMicroseconds = 200;
    private const int ShowMilliseconds = 1000;
    private const int RestMilliseconds = 5000;

    /// <summary>Runs the cycle for ever. After a fault (the instrument has opened all switches) it is reported and begins anew.</summary>
    public static void Main()
    {
        HopfieldInstrument instrument = new HopfieldInstrument(Esp32Board.Open(), new InstrumentSettings());
        while (true)
        {
            try
            {
                instrument.Initialise();
                instrument.CalibrateReference(PulseVolts, PulseMicroseconds);
                Pattern[] patterns = WiringGeometry.All(instrument.NodeCount);
                for (int i = 0; ; i++)
                {
                    Demonstrate(instrument, patterns[i % patterns.Length], i % instrument.NodeCount);
                }
            }
            catch (Exception e)
            {
                Debug.WriteLine("Fault: " + e.Message);
                Thread.Sleep(RestMilliseconds);
            }
        }
    }

    private static void Demonstrate(HopfieldInstrument instrument, Pattern pattern, int spoiledNode)
    {
        instrument.Train(pattern, PulseVolts, PulseMicroseconds, 1);
        Show(instrument, pattern);
        ConductanceMeasurement measured = instrument.MeasureConductance(instrument.Settings.Averages);

        Pattern distorted = pattern.Flip(spoiledNode);
        Show(instrument, distorted);
        RecallResult recalled = instrument.Recall(distorted, RecallMode.Asynchronous, spoiledNode);
        Show(instrument, recalled.State);

        // A pattern and its negative are the same memory: E(V) = E(−V).
        Debug.WriteLine("Trained " + pattern.ToString() + ", gave " + distorted.ToString() + ", recalled " + recalled.State.ToString()
            + (recalled.State.SameUpToSign(pattern) ? ": right" : ": WRONG") + ", energy " + instrument.Energy(recalled.State).ToString()
            + " W, measured in " + (measured.DurationMicroseconds / 1000).ToString() + " ms");
        Thread.Sleep(RestMilliseconds);
    }

    private static void Show(HopfieldInstrument instrument, Pattern pattern)
    {
        instrument.Show(pattern);
        Thread.Sleep(ShowMilliseconds);
    }
}
