using System.Device.Spi;
using CsCheck;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Adgs1414;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class Adgs1414ModelTests
{
    [Fact]
    public void All_switches_are_open_at_power_on_and_ERR_CONFIG_is_6()
    {
        Adgs1414Model chip = Chip();
        Assert.False(chip.AnyClosed);
        Assert.Equal("2500", Send(chip, "8100"));
        Assert.Equal("2506", Send(chip, "8200"));
        Assert.Equal("2500", Send(chip, "8300"));
    }

    [Fact]
    public void Written_SW_DATA_closes_its_switches_and_reads_back()
    {
        Adgs1414Model chip = Chip();
        Assert.Equal("2500", Send(chip, "0155"));
        Assert.Equal("2555", Send(chip, "8100"));
        for (int i = 0; i < 8; i++)
        {
            Assert.Equal(i % 2 == 0, chip.IsClosed(i));
            Assert.InRange(chip.Resistance(i), i % 2 == 0 ? 2.3 : 1e9, i % 2 == 0 ? 4.3 : 1e9);
        }
    }

    [Fact]
    public void Check_bytes_are_asked_for_from_the_frame_after_they_are_switched_on()
    {
        Adgs1414Model chip = Chip();
        Send(chip, "0207");
        Assert.Equal("250000", Send(chip, "0101" + "12"));
        Assert.Equal(0x01, chip.SwitchData);
        Send(chip, "0155" + "00");
        Assert.Equal(0x01, chip.SwitchData);
        Assert.Equal(0x01, chip.ErrorFlags);
        Send(chip, "6CA95F");
        Assert.Equal(0x00, chip.ErrorFlags);
        Send(chip, "015500");
        string answer = Send(chip, "830000");
        Assert.Equal("2501", answer[..4]);
        // Residue 0 over command and answer.
        Assert.Equal(0, Spi.ChipCrc8.Compute(Convert.FromHexString("83" + answer[2..])));
    }

    [Fact]
    public void Readback_with_check_byte_equals_the_vector()
    {
        Adgs1414Model chip = Chip();
        Send(chip, "0155");
        Send(chip, "0207");
        Assert.Equal("25550F", Send(chip, "810000"));
    }

    [Theory]
    [InlineData("01")]
    [InlineData("0101FF")]
    [InlineData("01010101")]
    public void Frame_of_a_wrong_length_is_dropped_and_flagged(string frame)
    {
        Adgs1414Model chip = Chip();
        Send(chip, frame);
        Assert.Equal(0, chip.SwitchData);
        Assert.Equal(0x02, chip.ErrorFlags);
    }

    [Theory]
    [InlineData("0300")]
    [InlineData("0400")]
    [InlineData("7F00")]
    [InlineData("8400")]
    [InlineData("6C00")]
    public void Unknown_or_read_only_address_is_flagged(string frame)
    {
        Adgs1414Model chip = Chip();
        Send(chip, frame);
        Assert.Equal(0x04, chip.ErrorFlags);
        Send(chip, "6CA9");
        Assert.Equal(0, chip.ErrorFlags);
    }

    [Fact]
    public void Soft_reset_takes_its_two_frames_in_a_row()
    {
        Adgs1414Model chip = Chip();
        Send(chip, "01FF");
        Send(chip, "0BA3");
        Send(chip, "8100");
        Send(chip, "0B05");
        Assert.Equal(0xFF, chip.SwitchData);
        Send(chip, "0BA3");
        Send(chip, "0B05");
        Assert.Equal(0x00, chip.SwitchData);
    }

    [Theory]
    [InlineData(SpiMode.Mode1)]
    [InlineData(SpiMode.Mode2)]
    public void Wrong_mode_moves_no_switch_and_loses_the_alignment_byte(SpiMode mode)
    {
        Adgs1414Model chip = Chip();
        byte[] answer = new byte[2];
        chip.Exchange([0x01, 0xFF], answer, mode, 1_000_000);
        Assert.NotEqual(0x25, answer[0]);
        Assert.False(chip.AnyClosed);
    }

    [Fact]
    public void Clock_beyond_the_maximum_moves_no_switch()
    {
        Adgs1414Model chip = Chip();
        chip.Exchange([0x01, 0xFF], new byte[2], SpiMode.Mode0, 60_000_000);
        Assert.False(chip.AnyClosed);
    }

    [Fact]
    public void Burst_carries_several_commands_in_a_frame()
    {
        Adgs1414Model chip = Chip();
        Send(chip, "0501");
        Assert.Equal("25002555", Send(chip, "01558100"));
    }

    [Fact]
    public void Daisy_chain_shifts_SW_DATA_and_answers_no_register_until_hardware_reset()
    {
        Adgs1414Model chip = Chip();
        Send(chip, "2500");
        Send(chip, "0F");
        Assert.Equal(0x0F, chip.SwitchData);
        Assert.Equal("0F", Send(chip, "3C"));
        chip.PowerOnReset();
        Assert.Equal("2500", Send(chip, "8100"));
    }

    [Fact]
    public void ADGS6414D_is_the_same_chip_with_less_resistance()
    {
        Adgs1414Model chip = new("PSW1", AdgsParameters.Adgs6414D, new SeededNoise(3, "PSW1"), new ChipDefects());
        Send(chip, "01FF");
        Assert.InRange(Enumerable.Range(0, 8).Average(chip.Resistance), 0.5, 0.7);
    }

    [Fact]
    public void No_run_of_frames_upsets_the_chip() =>
        Gen.Select(Gen.Byte.Array[1, 6], Gen.Enum<SpiMode>()).Array[1, 40].Sample(frames =>
        {
            Adgs1414Model chip = Chip();
            foreach ((byte[] frame, SpiMode mode) in frames)
            {
                byte[] answer = new byte[frame.Length];
                chip.Exchange(frame, answer, mode, 1_000_000);
                _ = chip.Describe(frame, answer);
                Assert.InRange(chip.ErrorConfig, 0, 7);
                Assert.InRange(chip.ErrorFlags, 0, 7);
                Assert.InRange(chip.BurstEnable, 0, 1);
            }
        });

    [Fact]
    public void With_checks_on_no_single_bit_error_of_a_write_moves_a_switch_wrongly() =>
        Gen.Select(Gen.Byte, Gen.Int[0, 23]).Sample((data, bit) =>
        {
            Adgs1414Model chip = Chip();
            Send(chip, "0207");
            byte[] frame = [0x01, data, Spi.ChipCrc8.Compute([0x01, data])];
            frame[bit / 8] ^= (byte)(0x80 >> (bit % 8));
            chip.Exchange(frame, new byte[3], SpiMode.Mode0, 1_000_000);
            Assert.Equal(0, chip.SwitchData);
        });

    private static Adgs1414Model Chip() => new("SW1", AdgsParameters.Adgs1414D, new SeededNoise(1, "SW1"), new ChipDefects());

    private static string Send(Adgs1414Model chip, string hex)
    {
        byte[] frame = Convert.FromHexString(hex);
        byte[] answer = new byte[frame.Length];
        chip.Exchange(frame, answer, SpiMode.Mode0, 1_000_000);
        return Convert.ToHexString(answer);
    }
}
