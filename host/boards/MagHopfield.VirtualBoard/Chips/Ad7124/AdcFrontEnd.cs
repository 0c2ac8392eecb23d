using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>
/// The analog side of the AD7124: amplifier, modulator and their errors. A bipolar code is
/// N = (0.75·V·G/Vref·2^23 − (OFFSET − 0x800000))·GAIN/0x400000 + 0x800000 (form of the data sheet, from memory, to be confirmed),
/// which with GAIN = 0x555555 is N = 2^23·(V·G/Vref + 1).
/// </summary>
public sealed class AdcFrontEnd
{
    /// <summary>OFFSET register of no correction.</summary>
    public const int NominalOffset = 0x800000;

    /// <summary>GAIN register of no correction: 0x400000/0.75.</summary>
    public const int NominalGain = 0x555555;

    private const double FullScale = 8388608;

    // x³ − x has its extrema ±2/(3√3) at ±1/√3.
    private const double BendOfUnitPeak = 2.598076211353316;
    private const double ReferenceRate = 614400.0 / (32 * 2047);

    private readonly Ad7124Parameters _parameters;
    private readonly SeededNoise _noise;
    private readonly double[] _offset = new double[8];
    private readonly double[] _gain = new double[8];
    private readonly double[] _calibrationResidual = new double[8];
    private readonly double _offsetDrift;
    private readonly double _bend;

    /// <summary>Draws the errors of one chip.</summary>
    /// <param name="parameters">Figures of the part.</param>
    /// <param name="noise">Source of errors and noise.</param>
    public AdcFrontEnd(Ad7124Parameters parameters, SeededNoise noise)
    {
        _parameters = parameters;
        _noise = noise;
        double atInput = parameters.OffsetAtInput * noise.Sorted();
        double atOutput = parameters.OffsetAtOutput * noise.Sorted();
        double modulator = 1 + (parameters.ModulatorGainError * noise.Sorted());
        for (int g = 0; g < 8; g++)
        {
            double before = g == 0 ? 0 : parameters.GainErrorBeforeCalibration * (1 + (0.2 * noise.Sorted()));
            _offset[g] = atInput + (atOutput / (1 << g));
            _gain[g] = modulator * (1 + before);
            _calibrationResidual[g] = parameters.GainErrorAfterCalibration * noise.Sorted();
        }

        FactoryGain = (int)Math.Round(NominalGain / modulator);
        InternalReference = parameters.Reference * (1 + (parameters.ReferenceError * noise.Sorted()));
        _offsetDrift = parameters.OffsetDrift * noise.Sorted();

        // Drawn only where asked for, so that a board without it keeps its other errors.
        _bend = parameters.IntegralNonlinearity == 0 ? 0 : BendOfUnitPeak * parameters.IntegralNonlinearity * noise.Sorted();
    }

    /// <summary>GAIN register as the factory trims it, at gain 1.</summary>
    public int FactoryGain { get; }

    /// <summary>What the internal reference really is, in volts.</summary>
    public double InternalReference { get; }

    /// <summary>Noise referred to the input, in volts rms.</summary>
    /// <param name="gainCode">0 … 7, gain 2^code.</param>
    /// <param name="rate">Output rate at full power in hertz.</param>
    public double NoiseRms(int gainCode, double rate)
    {
        double g = 1 << gainCode;
        double outputAtHighGain = _parameters.NoiseAtOutput / 128;
        double highGain = _parameters.NoiseAtHighGain;
        double inputSquared = Math.Max(0, (highGain * highGain) - (outputAtHighGain * outputAtHighGain));
        double output = _parameters.NoiseAtOutput / g;
        return Math.Sqrt((inputSquared + (output * output)) * rate / ReferenceRate);
    }

    /// <summary>Output of the modulator in units of ±1 at ±full scale, with offset, gain error and noise.</summary>
    /// <param name="volts">Differential input in volts.</param>
    /// <param name="gainCode">0 … 7.</param>
    /// <param name="reference">Reference in volts, above 0.</param>
    /// <param name="noiseRms">Noise at the input in volts rms.</param>
    /// <param name="time">Time since start in seconds, for the drift.</param>
    public double Modulate(double volts, int gainCode, double reference, double noiseRms, double time)
    {
        double atInput = volts + _offset[gainCode] + (_offsetDrift * time) + (noiseRms * _noise.Gaussian());
        double level = atInput * (1 << gainCode) * _gain[gainCode] / reference;
        return _bend == 0 ? level : level + (_bend * level * ((level * level) - 1));
    }

    /// <summary>The code of a modulator output.</summary>
    /// <param name="level">±1 at full scale.</param>
    /// <param name="bipolar">Offset binary, or straight binary of positive voltages.</param>
    /// <param name="offset">OFFSET register.</param>
    /// <param name="gain">GAIN register.</param>
    /// <param name="clipped">Whether the code lies at an end of the scale.</param>
    public static int Encode(double level, bool bipolar, int offset, int gain, out bool clipped)
    {
        double corrected = ((0.75 * level * FullScale) - (offset - NominalOffset)) * gain / 0x400000;
        double code = Math.Round(bipolar ? corrected + FullScale : 2 * corrected);
        clipped = code is < 0 or > 0xFFFFFF;
        return (int)Math.Clamp(code, 0, 0xFFFFFF);
    }

    /// <summary>OFFSET register that turns a level into 0.</summary>
    /// <param name="level">Modulator output at zero input.</param>
    public static double OffsetFor(double level) => NominalOffset + (0.75 * level * FullScale);

    /// <summary>GAIN register that turns a level into full scale.</summary>
    /// <param name="level">Modulator output at full-scale input.</param>
    /// <param name="offset">OFFSET register.</param>
    public static double GainFor(double level, int offset) =>
        FullScale * 0x400000 / ((0.75 * level * FullScale) - (offset - NominalOffset));

    /// <summary>Level of the chip's own full-scale input, which is a little wrong.</summary>
    /// <param name="gainCode">0 … 7.</param>
    /// <param name="reference">Reference in volts.</param>
    /// <param name="noiseRms">Noise at the input in volts rms.</param>
    /// <param name="time">Time since start in seconds.</param>
    public double ModulateFullScale(int gainCode, double reference, double noiseRms, double time) =>
        Modulate(reference / (1 << gainCode) * (1 + _calibrationResidual[gainCode]), gainCode, reference, noiseRms, time);
}
