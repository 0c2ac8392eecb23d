using System.Device.Spi;
using CsCheck;
using MagHopfield.VirtualBoard.Chips.Ad5754;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class Ad5754ModelTests
{
    private const double Step = 10.0 / 65536;

    private readonly VirtualClock _clock = new();
    private readonly Ad5754Model _chip;

    public Ad5754ModelTests() => _chip = new Ad5754Model("DAC1", Ideal(), _clock, new SeededNoise(1, "DAC1"));

    [Fact]
    public void Outputs_are_off_at_power_on()
    {
        Send("008000");
        _clock.Wait(20);
        for (int i = 0; i < 4; i++)
            Assert.Equal(0, _chip.Voltage(i));
    }

    [Theory]
    [InlineData(0, 0x8000, 2.5)]
    [InlineData(1, 0x8000, 5)]
    [InlineData(2, 0xFFFF, 10.8 * 65535 / 65536)]
    [InlineData(3, 0x0000, -5)]
    [InlineData(3, 0x8000, 0)]
    [InlineData(3, 0xFFFF, 5 - Step)]
    [InlineData(4, 0xC000, 5)]
    [InlineData(5, 0x0000, -10.8)]
    public void Code_gives_its_voltage_in_each_range(int range, int code, double volts)
    {
        Send($"0900{range:X2}");
        Send("10001F");
        _clock.Wait(10);
        Send($"01{code:X4}");
        _clock.Wait(20);
        Assert.Equal(volts, _chip.Voltage(1), 2e-4);
    }

    [Fact]
    public void Code_0_of_a_bipolar_range_is_minus_5_V_where_the_order_of_power_up_forgets_it()
    {
        Send("1C0000");
        Send("080003");
        Send("10001F");
        _clock.Wait(20);
        Assert.Equal(-5, _chip.Voltage(0), 1e-3);
    }

    [Fact]
    public void Channel_takes_no_code_within_10_microseconds_of_its_power_up()
    {
        Send("0C0003");
        Send("1C0000");
        Send("10001F");
        Send("00FFFF");
        Assert.Equal(0x8000, _chip.Code(0));
        _clock.Wait(10);
        Send("00FFFF");
        Assert.Equal(0xFFFF, _chip.Code(0));
    }

    [Fact]
    public void Output_settles_to_half_a_step_in_10_microseconds()
    {
        Ready();
        Send("04FFFF");
        Assert.Equal(0, _chip.Voltage(2), 1e-3);
        _clock.Wait(1);
        Assert.InRange(_chip.Voltage(2), 1, 4.99);
        _clock.Wait(9);
        Assert.Equal(5 - Step, _chip.Voltage(2), Step / 2);
    }

    [Theory]
    [InlineData("821234", "028765", "8765")]
    [InlineData("8A0000", "0A0003", "0003")]
    [InlineData("900000", "10001F", "001F")]
    [InlineData("990000", "190004", "0004")]
    public void Register_is_read_back_in_the_frame_after(string read, string write, string expected)
    {
        Ready();
        Send(write);
        Send(read);
        Assert.Equal(expected, Send("180000")[2..]);
    }

    [Fact]
    public void Readback_above_its_clock_is_lost_but_writes_are_not()
    {
        Ready();
        Exchange("02A000", SpiMode.Mode1, 10_000_000);
        Exchange("820000", SpiMode.Mode1, 10_000_000);
        Assert.Equal("FFFFFF", Exchange("180000", SpiMode.Mode1, 10_000_000));
        Assert.Equal(0xA000, _chip.Code(2));
    }

    [Fact]
    public void SDO_disabled_answers_nothing()
    {
        Send("190001");
        Send("990000");
        Assert.Equal("FFFFFF", Send("180000"));
    }

    [Theory]
    [InlineData("0012", SpiMode.Mode1, 1_000_000)]
    [InlineData("00123456", SpiMode.Mode1, 1_000_000)]
    [InlineData("001234", SpiMode.Mode0, 1_000_000)]
    [InlineData("001234", SpiMode.Mode3, 1_000_000)]
    [InlineData("001234", SpiMode.Mode1, 31_000_000)]
    [InlineData("401234", SpiMode.Mode1, 1_000_000)]
    [InlineData("201234", SpiMode.Mode1, 1_000_000)]
    [InlineData("051234", SpiMode.Mode1, 1_000_000)]
    public void Frame_that_is_none_changes_nothing(string frame, SpiMode mode, int clock)
    {
        Ready();
        Exchange(frame, mode, clock);
        Assert.Equal(0x8000, _chip.Code(0));
        Assert.Equal(1, _chip.RefusedFrames);
    }

    [Fact]
    public void Range_that_does_not_exist_is_refused()
    {
        Ready();
        Send("080006");
        Assert.Equal(DacRange.Bipolar5, _chip.Range(0));
    }

    [Fact]
    public void CLEAR_goes_to_0_V_or_to_the_negative_end_as_selected()
    {
        Ready();
        Send("04FFFF");
        Send("1C0000");
        _clock.Wait(20);
        Assert.Equal(0, _chip.Voltage(3), 1e-3);
        Send("190002");
        Send("1C0000");
        _clock.Wait(20);
        Assert.Equal(-5, _chip.Voltage(3), 1e-3);
    }

    [Fact]
    public void CLR_holds_the_outputs_while_low()
    {
        Ready();
        Send("04FFFF");
        _chip.SetClearPin(true);
        Send("04FFFF");
        _clock.Wait(20);
        Assert.Equal(0, _chip.Voltage(0), 1e-3);
        _chip.SetClearPin(false);
        Assert.Equal(0, _chip.Voltage(0), 1e-3);
        Send("04FFFF");
        _clock.Wait(20);
        Assert.Equal(5, _chip.Voltage(0), 1e-3);
    }

    [Fact]
    public void With_LDAC_high_codes_wait_for_LOAD()
    {
        VirtualClock clock = new();
        Ad5754Model chip = new("DAC1", Ideal() with { LoadPinLow = false }, clock, new SeededNoise(1, "DAC1"));
        byte[] answer = new byte[3];
        chip.Exchange([0x00, 0x12, 0x34], answer, SpiMode.Mode2, 1_000_000);
        Assert.Equal(0, chip.Code(0));
        chip.Exchange([0x1D, 0, 0], answer, SpiMode.Mode2, 1_000_000);
        Assert.Equal(0x1234, chip.Code(0));
    }

    [Fact]
    public void Twos_complement_strap_moves_code_0_to_the_middle()
    {
        VirtualClock clock = new();
        Ad5754Model chip = new("DAC1", Ideal() with { OffsetBinary = false }, clock, new SeededNoise(1, "DAC1"));
        byte[] answer = new byte[3];
        chip.Exchange([0x0C, 0, 3], answer, SpiMode.Mode1, 1_000_000);
        chip.Exchange([0x10, 0, 0x1F], answer, SpiMode.Mode1, 1_000_000);
        clock.Wait(20);
        Assert.Equal(0, chip.Voltage(0), 1e-9);
    }

    [Fact]
    public void Real_chip_stays_within_a_tenth_of_a_percent_of_full_scale() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 0xFFFF], Gen.Int[0, 3]).Sample((seed, code, channel) =>
        {
            VirtualClock clock = new();
            Ad5754Model chip = new("DAC1", new Ad5754Parameters(), clock, new SeededNoise(seed, "DAC1"));
            byte[] answer = new byte[3];
            chip.Exchange([0x0C, 0, 3], answer, SpiMode.Mode1, 1_000_000);
            chip.Exchange([0x10, 0, 0x1F], answer, SpiMode.Mode1, 1_000_000);
            clock.Wait(10);
            chip.Exchange([(byte)channel, (byte)(code >> 8), (byte)code], answer, SpiMode.Mode1, 1_000_000);
            clock.Wait(20);
            Assert.Equal((code * Step) - 5, chip.Voltage(channel), 0.01);
        });

    [Fact]
    public void No_run_of_frames_upsets_the_chip() =>
        Gen.Select(Gen.Byte.Array[1, 5], Gen.Enum<SpiMode>(), Gen.Int[0, 30]).Array[1, 40].Sample(frames =>
        {
            VirtualClock clock = new();
            Ad5754Model chip = new("DAC1", new Ad5754Parameters(), clock, new SeededNoise(1, "DAC1"));
            foreach ((byte[] frame, SpiMode mode, int wait) in frames)
            {
                byte[] answer = new byte[frame.Length];
                chip.Exchange(frame, answer, mode, 1_000_000);
                _ = chip.Describe(frame, answer);
                clock.Wait(wait);
                for (int i = 0; i < 4; i++)
                {
                    Assert.InRange(chip.Voltage(i), -10.9, 10.9);
                    Assert.InRange((byte)chip.Range(i), 0, 5);
                }

                Assert.InRange(chip.Power, 0, 0x1F);
                Assert.InRange(chip.Control, 0, 0x0F);
            }
        });

    private static Ad5754Parameters Ideal() => new() { OffsetError = 0, GainError = 0, IntegralNonlinearity = 0 };

    private void Ready()
    {
        Send("0C0003");
        Send("1C0000");
        Send("10001F");
        _clock.Wait(20);
    }

    private string Send(string hex) => Exchange(hex, SpiMode.Mode1, 1_000_000);

    private string Exchange(string hex, SpiMode mode, int clock)
    {
        byte[] frame = Convert.FromHexString(hex);
        byte[] answer = new byte[frame.Length];
        _chip.Exchange(frame, answer, mode, clock);
        return Convert.ToHexString(answer);
    }
}
