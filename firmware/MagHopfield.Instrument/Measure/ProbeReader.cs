using System;
using MagHopfield.Instrument.Ad7124;
using MagHopfield.Instrument.Board;

namespace MagHopfield.Instrument.Measure;

/// <summary>Single readings with their checks: currents in amperes, voltages in volts, and the noise of one reading.</summary>
internal sealed class ProbeReader
{
    private const int NoiseReadings = 128;
    private const double ExcitationTolerance = 0.05;

    // Quantisation of a reading is uniform over one code of 2 × 39 mV/2^24.
    private const double CodesOfHalfScale = 8388608.0;

    private readonly AnalogBoard _board;
    private readonly double _shuntOhms;
    private readonly double _referenceOhms;

    public ProbeReader(AnalogBoard board, InstrumentSettings settings)
    {
        if (!(settings.ShuntOhms > 0) || !(settings.ReferenceOhms > 0))
        {
            throw new ArgumentException("R_SHUNT and R_REF must be above 0 ohm.");
        }

        _board = board;
        _shuntOhms = settings.ShuntOhms;
        _referenceOhms = settings.ReferenceOhms;
    }

    public AnalogBoard Board => _board;

    /// <summary>Standard deviation of one reading in volts, or 0 before <see cref="MeasureNoise"/>.</summary>
    public double NoiseVolts { get; private set; }

    /// <summary>Standard deviation of a current read on a shunt, in amperes.</summary>
    public double ShuntNoise => NoiseVolts / _shuntOhms;

    /// <summary>Standard deviation of the current read on R_REF, in amperes.</summary>
    public double ReferenceNoise => NoiseVolts / _referenceOhms;

    /// <summary>Readings since it was last set to 0.</summary>
    public int Count { get; set; }

    public void MeasureNoise()
    {
        _board.ConnectSenseOnly();
        _board.SelectSense(0, 0);
        double mean = 0;
        double squares = 0;
        for (int i = 1; i <= NoiseReadings; i++)
        {
            if (!_board.TryReadSense(out double volts, out Fault fault))
            {
                throw new MeasurementException("The input shorted at the sense lead of electrode 1 reads out of range ("
                    + Ad7124Adc.Describe(fault) + "): check SENSE_P, SENSE_N and switches SW3, SW4 of node 1.");
            }

            double step = volts - mean;
            mean += step / i;
            squares += step * (volts - mean);
        }

        double code = _board.FullScaleVolts / CodesOfHalfScale;
        NoiseVolts = Math.Sqrt(squares / (NoiseReadings - 1) + code * code / 12.0);
    }

    public double Excitation(Wiring wiring)
    {
        Count++;
        bool inRange = _board.TryReadReference(out double volts, out Fault fault);
        if (!inRange && (fault & ~(Fault.OutOfRange | Fault.Saturated)) != 0)
        {
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " while it reads R_REF in "
                + wiring.ToString() + ".");
        }

        double amperes = volts / _referenceOhms;
        double error = amperes / AnalogBoard.ExcitationAmperes - 1;
        if (!inRange || error > ExcitationTolerance || error < -ExcitationTolerance)
        {
            throw new MeasurementException("The probe current in " + wiring.ToString() + " is " + MicroAmperes(amperes)
                + " through R_REF, 500 uA +- 5 % expected: " + wiring.Suspect() + ".");
        }

        return amperes;
    }

    public double ShuntCurrent(Wiring wiring, int node)
    {
        _board.SelectShunt(node);
        return Read(wiring, "the shunt of node ", node) / _shuntOhms;
    }

    /// <summary>Voltage of an electrode against electrode 1.</summary>
    public double Voltage(Wiring wiring, int node)
    {
        _board.SelectSense(node, 0);
        return Read(wiring, "the voltage between electrode 1 and electrode ", node);
    }

    public static string MicroAmperes(double amperes) => (Math.Round(amperes * 1e8) / 100.0).ToString() + " uA";

    private double Read(Wiring wiring, string what, int node)
    {
        Count++;
        if (!_board.TryReadSense(out double volts, out Fault fault))
        {
            throw new MeasurementException("Reading " + what + (node + 1).ToString() + " in " + wiring.ToString() + " is out of +-"
                + (_board.FullScaleVolts * 1000).ToString() + " mV (" + Ad7124Adc.Describe(fault)
                + "): an open or shorted lead, or a switch that does not close.");
        }

        return volts;
    }
}
