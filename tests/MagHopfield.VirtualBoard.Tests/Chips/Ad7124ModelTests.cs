using System.Device.Spi;
using CsCheck;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class Ad7124ModelTests
{
    private const string ResetFrame = "FFFFFFFFFFFFFFFF";

    private readonly VirtualClock _clock = new();
    private readonly Pins _pins = new();
    private readonly Ad7124Model _chip;

    public Ad7124ModelTests()
    {
        _chip = Chip(Ideal(), new ChipDefects());
        _clock.Wait(4000);
        Send("4000");
    }

    [Theory]
    [InlineData(0x01, 0x0000)]
    [InlineData(0x03, 0x000000)]
    [InlineData(0x04, 0x0000)]
    [InlineData(0x05, 0x14)]
    [InlineData(0x07, 0x000040)]
    [InlineData(0x09, 0x8001)]
    [InlineData(0x0A, 0x0001)]
    [InlineData(0x18, 0x0001)]
    [InlineData(0x19, 0x0860)]
    [InlineData(0x20, 0x0860)]
    [InlineData(0x21, 0x060180)]
    [InlineData(0x28, 0x060180)]
    [InlineData(0x29, 0x800000)]
    [InlineData(0x30, 0x800000)]
    public void Register_has_its_value_after_reset(int address, int value)
    {
        Send(ResetFrame);
        _clock.Wait(4000);
        Assert.Equal(value, ReadRegister(address));
    }

    [Fact]
    public void Factory_gain_is_trimmed_and_of_the_form_5xxxxx() =>
        Gen.Int[0, 2000].Sample(seed =>
        {
            Ad7124Model chip =
                new("ADC", new Ad7124Parameters(), new VirtualClock(), new SeededNoise(seed, "ADC"), _pins, new ChipDefects());
            Assert.Equal(5, chip.Register(0x31) >> 20);
        });

    [Fact]
    public void POR_flag_shows_until_the_first_STATUS_read_after_the_start()
    {
        Send(ResetFrame);
        Assert.Equal("FFFF", Send("4000"));
        _clock.Wait(2000);
        Assert.NotEqual(0, Convert.FromHexString(Send("4000"))[1] & 0x10);
        Assert.Equal(0, Convert.FromHexString(Send("4000"))[1] & 0x10);
        // The first look came too early: SPI_IGNORE, which is on after reset.
        Assert.Equal(AdcError.SpiIgnore, (AdcError)ReadRegister(0x06));
        Assert.Equal(0, ReadRegister(0x06));
    }

    [Fact]
    public void Fewer_than_64_ones_are_no_reset()
    {
        Send("190877");
        Send("FFFFFFFFFFFFFF");
        Assert.Equal(0x0877, ReadRegister(0x19));
        Send(ResetFrame);
        _clock.Wait(4000);
        Assert.Equal(0x0860, ReadRegister(0x19));
    }

    [Fact]
    public void Several_commands_go_in_one_frame()
    {
        string answer = Send("19087759000045000000");
        Assert.Equal("0877", answer[8..12]);
        Assert.Equal("14", answer[14..16]);
    }

    [Fact]
    public void Command_starts_at_the_first_zero_bit()
    {
        // 1, then 0x45 and eight clocks for the answer, shifted by one bit.
        string answer = Send("A2800000"[..6]);
        Assert.Equal(0x14, (Convert.ToInt32(answer, 16) >> 7) & 0xFF);
    }

    [Fact]
    public void Check_bytes_are_demanded_and_given_once_ERROR_EN_says_so()
    {
        Send("07000044");
        Assert.Equal("14", WithResidue("4500")[..2]);
        Send("190877" + "00");
        Assert.Equal(0x0860, _chip.Register(0x19));
        Assert.Equal(AdcError.SpiCrc, _chip.Errors);
        Assert.NotEqual(0, Convert.FromHexString(Send("400000"))[1] & 0x40);
        Send("098001" + "8B");
        Assert.Equal(0x8001, _chip.Register(0x09));
    }

    [Theory]
    [InlineData("0512", AdcError.SpiWrite)]
    [InlineData("0000", AdcError.SpiWrite)]
    [InlineData("02123456", AdcError.SpiWrite)]
    [InlineData("0600FFFF", AdcError.SpiWrite)]
    [InlineData("3A0000", AdcError.SpiWrite)]
    [InlineData("7A0000", AdcError.SpiRead)]
    [InlineData("1908", AdcError.SclkCount)]
    [InlineData("4200", AdcError.SclkCount)]
    public void Frame_that_the_chip_refuses_sets_its_flag_and_changes_nothing(string frame, AdcError flag)
    {
        Send("07000078");
        int[] before = [.. Enumerable.Range(0x03, 3).Concat(Enumerable.Range(0x09, 0x30)).Select(_chip.Register)];
        Send(frame);
        Assert.Equal(flag, _chip.Errors);
        Assert.Equal(before, Enumerable.Range(0x03, 3).Concat(Enumerable.Range(0x09, 0x30)).Select(_chip.Register));
    }

    [Theory]
    [InlineData(SpiMode.Mode0, 1_000_000)]
    [InlineData(SpiMode.Mode1, 1_000_000)]
    [InlineData(SpiMode.Mode2, 1_000_000)]
    [InlineData(SpiMode.Mode3, 6_000_000)]
    public void Wrong_mode_or_clock_is_not_understood(SpiMode mode, int clock)
    {
        byte[] answer = new byte[3];
        _chip.Exchange([0x19, 0x08, 0x77], answer, mode, clock);
        Assert.Equal(0x0860, _chip.Register(0x19));
        _chip.Exchange([0x45, 0, 0], answer, mode, clock);
        Assert.NotEqual(0x14, answer[1]);
    }

    [Theory]
    [InlineData(3, 1, 4.0)]
    [InlineData(3, 48, 4.0)]
    [InlineData(1, 48, 4.0)]
    [InlineData(0, 384, 4.0)]
    public void Sinc4_conversion_is_ready_after_four_periods_and_not_before(int powerMode, int fs, double periods)
    {
        double clock = powerMode switch { 0 => 76800, 1 => 153600, _ => 614400 };
        long expected = (long)Math.Round(periods * 32 * fs / clock * 1e9);
        Send($"21{0x060000 | fs:X6}");
        Send($"01{0x0104 | (powerMode << 6):X4}");
        _clock.Advance(expected - 1000);
        Assert.Equal("80", Status());
        _clock.Advance(1000);
        Assert.Equal("00", Status());
    }

    [Fact]
    public void Continuous_conversions_follow_at_the_output_rate()
    {
        Send("21060030");
        Send("0101C0");
        long before = _chip.ConversionCount;
        // 400 samples a second: a first after 10 ms, 396 more until 1 s.
        _clock.Wait(1_000_000);
        Status();
        Assert.Equal(397, _chip.ConversionCount - before);
    }

    [Fact]
    public void Single_cycle_sinc3_takes_three_periods_each()
    {
        Send("21470030");
        Send("0101C0");
        long before = _chip.ConversionCount;
        _clock.Wait(75_000);
        Status();
        Assert.Equal(10, _chip.ConversionCount - before);
    }

    [Fact]
    public void Single_conversion_happens_once()
    {
        Send("0101C4");
        long before = _chip.ConversionCount;
        _clock.Wait(2_000_000);
        Status();
        Assert.Equal(before + 1, _chip.ConversionCount);
    }

    [Fact]
    public void DATA_read_before_ready_returns_the_old_conversion()
    {
        Setup(gain: 0);
        _pins.Volts[0] = 0.5;
        int first = Convert1();
        _pins.Volts[0] = 1.0;
        Send("0101C4");
        _clock.Wait(100);
        Assert.Equal(first, ReadRegister(0x02));
        _clock.Wait(1_000_000);
        Assert.Equal(2 * (first - 0x800000), ReadRegister(0x02) - 0x800000, 4.0);
    }

    [Fact]
    public void DATA_read_takes_RDY_back()
    {
        Setup(gain: 0);
        Send("0101C4");
        _clock.Wait(1_000_000);
        Assert.Equal("00", Status());
        ReadRegister(0x02);
        Assert.Equal("80", Status());
    }

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(0, -1.7)]
    [InlineData(3, 0.2)]
    [InlineData(6, -0.03)]
    [InlineData(7, 0.004)]
    public void Bipolar_code_follows_its_formula(int gain, double volts)
    {
        Setup(gain);
        _pins.Volts[0] = volts;
        double expected = 8388608 * ((volts * (1 << gain) / 2.5) + 1);
        Assert.Equal(expected, Convert1(), 4.0);
    }

    [Fact]
    public void Unipolar_code_follows_its_formula_and_ends_at_0()
    {
        Send("190071");
        _pins.Volts[0] = 0.3;
        Assert.Equal(16777216 * 0.3 * 2 / 2.5, Convert1(), 4.0);
        _pins.Volts[0] = -0.3;
        Assert.Equal(0, Convert1());
    }

    [Fact]
    public void Input_beyond_full_scale_saturates_and_is_flagged()
    {
        Send("07070040");
        Setup(gain: 7);
        _pins.Volts[0] = 0.5;
        Assert.Equal(0xFFFFFF, Convert1());
        Assert.Equal(AdcError.Conversion | AdcError.Saturation, _chip.Errors);
        _pins.Volts[0] = -0.5;
        Assert.Equal(0, Convert1());
    }

    [Fact]
    public void Input_beyond_its_supply_is_clipped_and_flagged()
    {
        Send("0700F040");
        Setup(gain: 0);
        _pins.Volts[0] = 5;
        Assert.Equal(8388608 * ((1.8 / 2.5) + 1), Convert1(), 4.0);
        Assert.Equal(AdcError.PositiveInputOver, _chip.Errors);
    }

    [Fact]
    public void Without_its_reference_the_code_is_at_the_end()
    {
        Send("07000840");
        Send("190870");
        _pins.Volts[0] = 0.1;
        Send("0100C4");
        _clock.Wait(1_000_000);
        Assert.Equal(0xFFFFFF, ReadRegister(0x02));
        Assert.True(_chip.Errors.HasFlag(AdcError.ReferenceDetect));
    }

    [Fact]
    public void STATUS_rides_behind_DATA_with_channel_and_check_byte()
    {
        Send("1A0876");
        Send("090001");
        Send("0C9043");
        _pins.Volts[2] = 0.01;
        Send("07000044");
        Send("0105C4" + Crc("0105C4"));
        _clock.Wait(1_000_000);
        string answer = Send("420000000000");
        Assert.Equal("03", answer[8..10]);
        Assert.Equal(0, Spi.ChipCrc8.Compute([0x42, .. Convert.FromHexString(answer)[1..]]));
        Assert.Equal(8388608 * ((0.01 * 64 / 2.5) + 1), Convert.ToInt32(answer[2..8], 16), 4.0);
    }

    [Fact]
    public void Sequencer_takes_the_enabled_channels_in_turn()
    {
        Setup(gain: 0);
        Send("0A8043");
        List<int> seen = [];
        Send("0105C0");
        for (int i = 0; i < 4; i++)
        {
            while (Status()[0] == '8')
                _clock.Wait(500);

            seen.Add(Convert.ToInt32(Send("4200000000")[8..10], 16) & 0xF);
        }

        Assert.Equal([0, 1, 0, 1], seen);
    }

    [Fact]
    public void Continuous_read_needs_no_command_and_ends_with_0x42()
    {
        Setup(gain: 0);
        _pins.Volts[0] = 0.5;
        Send("0109C0");
        _clock.Wait(200_000);
        int code = Convert.ToInt32(Send("000000"), 16);
        Assert.Equal(8388608 * 1.2, code, 4.0);
        _clock.Wait(200_000);
        Send("42000000");
        Assert.Equal(0x14, ReadRegister(0x05));
    }

    [Fact]
    public void Excitation_current_follows_its_codes_and_pins()
    {
        double[] expected = [0, 50e-6, 100e-6, 250e-6, 500e-6, 750e-6, 1e-3, 0.1e-6];
        for (int code = 0; code < 8; code++)
        {
            Send($"03{(code << 8) | (((7 - code) & 7) << 11) | 0x94:X6}");
            Assert.Equal(expected[code], _chip.ExcitationCurrent(0), 1e-12);
            Assert.Equal(expected[7 - code], _chip.ExcitationCurrent(1), 1e-12);
        }

        Assert.Equal(4, _chip.ExcitationPin(0));
        Assert.Equal(9, _chip.ExcitationPin(1));
        Send("01010C");
        Assert.False(_chip.ExcitationOn);
    }

    [Fact]
    public void Calibrations_take_out_offset_and_gain_error() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 7]).Sample(
            (seed, gain) =>
            {
                VirtualClock clock = new();
                Pins pins = new();
                Ad7124Model chip = new("ADC", new Ad7124Parameters(), clock, new SeededNoise(seed, "ADC"), pins, new ChipDefects());
                clock.Wait(4000);
                double volts = 0.8 * 2.5 / (1 << gain) * Math.Min(1, 1.4 * (1 << gain) / 2.5);
                Send(chip, $"19{0x0870 | gain:X4}");
                double reference = chip.FrontEnd.InternalReference / 2.5;
                double raw = Measure(chip, clock, pins, volts, gain) / volts;
                // −0.3 % with a spread of 0.2 of itself, cut at 3 σ: −0.12 … −0.48 %, and the offset's share.
                Assert.InRange((raw * reference) - 1, -5.5e-3, -0.8e-3);
                foreach (string mode in (string[])["0101D4", "0101D8"])
                {
                    Send(chip, mode);
                    clock.Wait(2_000_000);
                    Assert.Equal(0, Convert.FromHexString(Send(chip, "4000"))[1] & 0x80);
                    Assert.Equal(4, (chip.Register(1) >> 2) & 0xF);
                }

                // Noise of the calibration and of the reading, and a step of the code.
                double step = 2.5 / (8388608.0 * (1 << gain));
                double zero = (8 * chip.FrontEnd.NoiseRms(gain, 50)) + step;
                Assert.InRange(Measure(chip, clock, pins, 0, gain), -zero, zero);
                double calibrated = Measure(chip, clock, pins, volts, gain) / volts;
                // The reference itself is off by up to 3·5e-4, the calibration by up to 3·5e-5.
                Assert.InRange(calibrated * reference, 1 - 2e-4, 1 + 2e-4);
            },
            iter: 200);

    [Theory]
    [InlineData(7, 2047)]
    [InlineData(7, 128)]
    [InlineData(6, 128)]
    [InlineData(0, 128)]
    public void Noise_has_the_size_the_front_end_states(int gain, int fs)
    {
        VirtualClock clock = new();
        Ad7124Model chip = new("ADC", new Ad7124Parameters(), clock, new SeededNoise(5, "ADC"), _pins, new ChipDefects());
        clock.Wait(4000);
        Send(chip, $"19{0x0870 | gain:X4}");
        Send(chip, $"21{0x060000 | fs:X6}");
        double[] volts = new double[400];
        for (int i = 0; i < volts.Length; i++)
            volts[i] = Measure(chip, clock, _pins, 0, gain);

        double mean = volts.Average();
        double rms = Math.Sqrt(volts.Sum(v => (v - mean) * (v - mean)) / (volts.Length - 1));
        double stated = chip.FrontEnd.NoiseRms(gain, 614400.0 / (32 * fs));
        // 400 samples: 3.5 % is 1 σ; the code's step at gain 1 adds a little.
        Assert.InRange(rms / stated, 0.86, 1.16);
        if (gain == 7 && fs == 2047)
            Assert.Equal(23e-9, stated, 1e-10);
    }

    [Fact]
    public void Input_that_moves_during_a_conversion_spoils_it()
    {
        Setup(gain: 0);
        _pins.Volts[0] = 1;
        Send("2106012C");
        Send("0101C4");
        // 4·32·300/614400 s = 62.5 ms; the input falls half-way.
        _clock.Advance(31_250_000);
        _chip.CatchUp();
        _pins.Volts[0] = 0;
        _clock.Advance(40_000_000);
        Assert.Equal(8388608 * ((0.5 / 2.5) + 1), ReadRegister(0x02), 4.0);
    }

    [Fact]
    public void Wrong_gain_code_is_not_seen_in_the_register_but_in_the_code()
    {
        Ad7124Model chip = Chip(Ideal(), new ChipDefects { WrongGainCodes = [new(0, -1)] });
        _clock.Wait(4000);
        Send(chip, "190877");
        Assert.Equal(0x0877, chip.Register(0x19));
        Assert.Equal(0.002, Measure(chip, _clock, _pins, 0.004, 7), 1e-6);
    }

    [Fact]
    public void Temperature_sensor_and_internal_20_millivolt_are_there()
    {
        Send("190870");
        Send("098211");
        Assert.Equal((13584 * (25 + 272.5)) + 8388608, Convert1(), 10.0);
        Send("09839D");
        Assert.Equal(8388608 * ((0.02 / 2.5) + 1), Convert1(), 10.0);
    }

    [Fact]
    public void No_run_of_frames_upsets_the_chip() =>
        Gen.Select(Gen.Byte.Array[1, 10], Gen.Enum<SpiMode>(), Gen.Int[0, 20_000]).Array[1, 60].Sample(frames =>
        {
            VirtualClock clock = new();
            Ad7124Model chip = new("ADC", new Ad7124Parameters(), clock, new SeededNoise(1, "ADC"), new Pins(), new ChipDefects());
            clock.Wait(3000);
            foreach ((byte[] frame, SpiMode mode, int wait) in frames)
            {
                byte[] answer = new byte[frame.Length];
                chip.Exchange(frame, answer, frame.Length % 2 == 0 ? mode : SpiMode.Mode3, 1_000_000);
                _ = chip.Describe(frame, answer);
                clock.Wait(wait);
                for (int a = 0; a <= AdcRegisterFile.LastAddress; a++)
                    Assert.InRange(chip.Register(a), 0, (1 << (8 * AdcRegisterFile.Length(a))) - 1);
            }
        });

    private static Ad7124Parameters Ideal() => new()
    {
        NoiseAtHighGain = 0,
        NoiseAtOutput = 0,
        OffsetAtInput = 0,
        OffsetAtOutput = 0,
        OffsetDrift = 0,
        ModulatorGainError = 0,
        GainErrorBeforeCalibration = 0,
        GainErrorAfterCalibration = 0,
        ReferenceError = 0,
        ExcitationError = 0,
        ExcitationDrift = 0,
    };

    private static string Crc(string hex) => Spi.ChipCrc8.Compute(Convert.FromHexString(hex)).ToString("X2");

    private static double Measure(Ad7124Model chip, VirtualClock clock, Pins pins, double volts, int gain)
    {
        pins.Volts[0] = volts;
        Send(chip, "0101C4");
        clock.Wait(1_000_000);
        int code = Convert.ToInt32(Send(chip, "42000000")[2..], 16);
        return (code - 8388608) * 2.5 / (8388608.0 * (1 << gain));
    }

    private Ad7124Model Chip(Ad7124Parameters parameters, ChipDefects defects) =>
        new("ADC", parameters, _clock, new SeededNoise(1, "ADC"), _pins, defects);

    private void Setup(int gain) => Send($"19{0x0870 | gain:X4}");

    private int Convert1()
    {
        Send("0101C4");
        _clock.Wait(1_000_000);
        return ReadRegister(0x02);
    }

    private string Status() => Send("4000")[2..];

    private int ReadRegister(int address) =>
        Convert.ToInt32(Send($"{0x40 | address:X2}" + new string('0', 2 * AdcRegisterFile.Length(address)))[2..], 16);

    private string WithResidue(string hex)
    {
        string answer = Send(hex + "00")[2..];
        Assert.Equal(0, Spi.ChipCrc8.Compute(Convert.FromHexString(hex[..2] + answer)));
        return answer;
    }

    private string Send(string hex) => Send(_chip, hex);

    private static string Send(Ad7124Model chip, string hex)
    {
        byte[] frame = Convert.FromHexString(hex);
        byte[] answer = new byte[frame.Length];
        chip.Exchange(frame, answer, SpiMode.Mode3, 1_000_000);
        return Convert.ToHexString(answer);
    }

    private sealed class Pins : IAdcInputs
    {
        public double[] Volts { get; } = new double[16];

        public double InputVoltage(int pin) => Volts[pin];
    }
}
