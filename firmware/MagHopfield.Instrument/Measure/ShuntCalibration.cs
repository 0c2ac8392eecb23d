using System;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// Shunts compared with R_REF, which carries the same current. The instrument has no calendar and no safe place of its own: the caller
/// gives the date, keeps the calibration and hands it back after a restart.
/// </summary>
public sealed class ShuntCalibration
{
    /// <summary>A calibration, measured or kept.</summary>
    /// <param name="ratios">R_SHUNT/R_REF of each node, 0.5 … 2 times each other.</param>
    /// <param name="relativeError">Standard deviation of a ratio, relative, 0 … 0.01.</param>
    /// <param name="date">When it was made, in the caller's words.</param>
    /// <exception cref="ArgumentException">Values that no calibration gives.</exception>
    public ShuntCalibration(double[] ratios, double relativeError, string date)
    {
        if (ratios.Length < 2)
            throw new ArgumentException("A calibration has a ratio for each of 2 nodes or more, got " + ratios.Length.ToString() + ".");

        for (int k = 0; k < ratios.Length; k++)
        {
            if (!(0 < ratios[k]) || !(ratios[k] < 1e6) || !(ratios[k] <= 2 * ratios[0]) || !(ratios[0] <= 2 * ratios[k]))
            {
                throw new ArgumentException("The calibration of the shunt of node " + (k + 1).ToString() + " is " + ratios[k].ToString()
                    + " times R_REF, that of node 1 " + ratios[0].ToString() + ": shunts are alike.");
            }
        }

        if (!(0 <= relativeError) || !(relativeError <= 0.01))
        {
            throw new ArgumentOutOfRangeException("relativeError", "The relative error of a calibration is 0 to 0.01, got "
                + relativeError.ToString() + ".");
        }

        Ratios = ratios;
        RelativeError = relativeError;
        Date = date;
    }

    /// <summary>R_SHUNT/R_REF of each node.</summary>
    public double[] Ratios { get; }

    /// <summary>Standard deviation of a ratio, relative.</summary>
    public double RelativeError { get; }

    /// <summary>When it was made, in the caller's words.</summary>
    public string Date { get; }
}
