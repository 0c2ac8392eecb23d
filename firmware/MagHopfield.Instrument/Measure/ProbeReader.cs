using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure;

/// <summary>Single readings with their checks: currents in amperes, voltages in volts, and the noise of one reading.</summary>
internal sealed class ProbeReader
{
    /// <summary>Codes between 0 and full scale of a bipolar reading.</summary>
    public const double CodesOfHalfScale = 8388608.0;

    /// <summary>A range that is still to be found.</summary>
    public const int NoRange = -1;

    private const int NoiseReadings = 128;
    private const double ExcitationTolerance = 0.05;

    private readonly AnalogBoard _board;
    private readonly InstrumentSettings _settings;
    private readonly FilmRanges _ranges;
    private int _lastRange;

    public ProbeReader(AnalogBoard board, InstrumentSettings settings)
    {
        _board = board;
        _settings = settings;
        _ranges = new FilmRanges(board);
    }

    public AnalogBoard Board => _board;

    /// <summary>Shunts compared with R_REF, or null: then they have their nominal value.</summary>
    public ShuntCalibration? Calibration { get; set; }

    /// <summary>Standard deviation of one reading in the finest range in volts, or 0 before <see cref="MeasureNoise"/>.</summary>
    public double NoiseVolts { get; private set; }

    /// <summary>R_REF in ohm.</summary>
    public double ReferenceOhms => _settings.ReferenceOhms;

    /// <summary>What a shunt is meant to be, in ohm.</summary>
    public double NominalShuntOhms => _settings.ShuntOhms;

    /// <summary>Standard deviation of the current read on R_REF, in amperes.</summary>
    // Divisor: Begin has refused an R_REF of 0 ohm.
    public double ReferenceNoise => NoiseVolts / _settings.ReferenceOhms;

    /// <summary>Readings since <see cref="Begin"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Largest relative error of the scale of the ranges used since <see cref="Begin"/>.</summary>
    public double LargestScaleError { get; private set; }

    /// <summary>Standard deviation of a voltage of the film in a range, in volts.</summary>
    public double FilmNoise(int range) => _ranges.Noise(range);

    /// <summary>R_SHUNT of a node in ohm.</summary>
    public double ShuntOhms(int node) => Calibration != null ? Calibration.Ratios[node] * _settings.ReferenceOhms : _settings.ShuntOhms;

    /// <summary>Starts a measurement: counts from 0, checks the settings and the gains of the fixed setups.</summary>
    public void Begin()
    {
        if (!(0 < _settings.ShuntOhms) || !(0 < _settings.ReferenceOhms))
            throw new ArgumentException("R_SHUNT and R_REF must be above 0 ohm.");

        Count = 0;
        LargestScaleError = 0;
        _ranges.Begin();
        _board.ConnectSenseOnly();
        InternalSource.Check(_board, ProbeSetup.Reference);
        InternalSource.Check(_board, ProbeSetup.Shunt);
        InternalSource.Check(_board, ProbeSetup.Film);
        Count += 3;
    }

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

        // Quantisation of a reading is uniform over one code.
        double code = _board.FullScaleVolts(ProbeSetup.Film) / CodesOfHalfScale;
        NoiseVolts = Math.Sqrt(squares / (NoiseReadings - 1) + code * code / 12.0);
        _ranges.Reset(NoiseVolts);
    }

    public double Excitation(Wiring wiring)
    {
        Count++;
        bool inRange = _board.TryReadReference(out double volts, out Fault fault);
        if (!inRange && (fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
        {
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " while it reads R_REF in "
                + wiring.ToString() + ".");
        }

        // Divisor: Begin has refused an R_REF of 0 ohm.
        double amperes = volts / _settings.ReferenceOhms;
        double error = amperes / AnalogBoard.ExcitationAmperes - 1;
        if (!inRange || error > ExcitationTolerance || error < -ExcitationTolerance)
        {
            throw new MeasurementException("The probe current in " + wiring.ToString() + " is " + MicroAmperes(amperes)
                + " through R_REF, 500 uA +- 5 % expected: " + wiring.Suspect() + ".");
        }

        return amperes;
    }

    public double ShuntVolts(Wiring wiring, int node)
    {
        _board.SelectShunt(node);
        Count++;
        if (!_board.TryReadSense(out double volts, out Fault fault))
            throw OutOfRange("the shunt of node ", node, wiring, ProbeSetup.Shunt, fault);

        return volts;
    }

    // Divisor: Begin has refused shunts and references of 0 ohm, and a calibration has no ratio of 0.
    public double ShuntCurrent(Wiring wiring, int node) => ShuntVolts(wiring, node) / ShuntOhms(node);

    /// <summary>Voltage of an electrode against electrode 1, in volts.</summary>
    /// <param name="wiring">How the film is connected.</param>
    /// <param name="node">Zero-based electrode.</param>
    /// <param name="range">Range to read in; <see cref="NoRange"/> to find one, which is then given back. Readings that are subtracted
    /// from one another take the same, whose offset drops out.</param>
    public double Voltage(Wiring wiring, int node, ref int range)
    {
        _board.SelectSense(node, 0);
        double volts = range == NoRange ? Ranged(wiring, node, out range) : Read(wiring, node, range);
        LargestScaleError = Math.Max(LargestScaleError, _ranges.ScaleError(range));
        return volts;
    }

    public static string MicroAmperes(double amperes) => MessageNumber.Of(Math.Round(amperes * 1e8) / 100.0) + " uA";

    // Starts with the range of the reading before, which is most often right; what saturates it is looked at in the coarsest.
    private double Ranged(Wiring wiring, int node, out int range)
    {
        range = _lastRange;
        Count++;
        if (!_ranges.TryRead(range, out double volts, out Fault fault))
        {
            if ((fault & ~(Fault.OutOfRange | Fault.Saturated | Fault.Conversion)) != 0)
                throw OutOfRange("the voltage between electrode 1 and electrode ", node, wiring, FilmRanges.Setup(range), fault);

            range = FilmRanges.Count - 1;
            volts = Read(wiring, node, range);
        }

        int best = _ranges.For(volts);
        if (best != range)
        {
            range = best;
            volts = Read(wiring, node, range);
        }

        _lastRange = range;
        return volts;
    }

    private double Read(Wiring wiring, int node, int range)
    {
        Count++;
        if (!_ranges.TryRead(range, out double volts, out Fault fault))
            throw OutOfRange("the voltage between electrode 1 and electrode ", node, wiring, FilmRanges.Setup(range), fault);

        return volts;
    }

    private MeasurementException OutOfRange(string what, int node, Wiring wiring, ProbeSetup setup, Fault fault)
    {
        return new MeasurementException("Reading " + what + (node + 1).ToString() + " in " + wiring.ToString() + " is out of +-"
            + MessageNumber.Of(_board.FullScaleVolts(setup) * 1000) + " mV (" + Ad7124Adc.Describe(fault)
            + "): an open or shorted lead, or a switch that does not close.");
    }
}
