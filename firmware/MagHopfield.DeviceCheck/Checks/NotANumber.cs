using System;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class NotANumber
{
    // The device's CLR holds NaN > x to be true: guards must be written so that NaN fails them all the same.
    public static void Run(CheckLog log)
    {
        log.Expect(!CholeskyFactor.TryCreate([double.NaN], 1, 0, out CholeskyFactor? _), "NaN is no positive definite matrix");
        try
        {
            Ad5754Dac.ToCode(double.NaN, OutputRange.Bipolar5V);
            log.Expect(false, "NaN volts are refused");
        }
        catch (ArgumentOutOfRangeException)
        {
            log.Expect(true, "NaN volts are refused");
        }

        try
        {
            new WeightedLeastSquares(1).Add([1], 1, double.NaN);
            log.Expect(false, "NaN is no standard deviation");
        }
        catch (ArgumentException)
        {
            log.Expect(true, "NaN is no standard deviation");
        }
    }
}
