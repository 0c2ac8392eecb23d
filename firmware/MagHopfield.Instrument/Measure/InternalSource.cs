using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure;

/// <summary>The 20 mV that the ADC makes itself: a wrong gain of one setup would pass every other check and scale G.</summary>
internal static class InternalSource
{
    /// <summary>One reading in volts.</summary>
    public static double Read(AnalogBoard board, ProbeSetup setup, bool reversed)
    {
        if (!board.TryReadInternalSource(setup, reversed, out double volts, out Fault fault))
            throw Wrong(setup, volts, fault);

        return volts;
    }

    /// <summary>Checks the gain of a setup; the board is in its probe state.</summary>
    public static void Check(AnalogBoard board, ProbeSetup setup)
    {
        double volts = Read(board, setup, false);
        if (!IsRight(volts))
            throw Wrong(setup, volts, Fault.None);
    }

    /// <summary>Whether a reading can be that of 20 mV; gains are a factor of 2 apart.</summary>
    public static bool IsRight(double volts) =>
        Math.Abs(volts / AnalogBoard.InternalSourceVolts - 1) <= AnalogBoard.InternalSourceTolerance;

    private static MeasurementException Wrong(ProbeSetup setup, double volts, Fault fault)
    {
        return new MeasurementException("Setup " + ((int)setup).ToString() + " of the ADC, for " + AnalogBoard.NameOf(setup)
            + ", reads the chip's own 20 mV as " + MessageNumber.Of(volts * 1000) + " mV (fault: " + Ad7124Adc.Describe(fault)
            + "): its gain is wrong.");
    }
}
