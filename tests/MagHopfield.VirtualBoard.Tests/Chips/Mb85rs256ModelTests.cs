using System.Device.Spi;
using CsCheck;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.Spi;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Chips.Mb85rs256;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class Mb85rs256ModelTests
{
    [Fact]
    public void Without_the_latch_nothing_is_written()
    {
        Mb85rs256Model chip = new("MEM");
        Send(chip, "02000055");
        Assert.Equal(0, chip.Memory[0]);
        Send(chip, "06");
        Assert.Equal("FF02", Send(chip, "0500"));
        Send(chip, "02000055");
        Assert.Equal("FF00", Send(chip, "0500"));
        Send(chip, "020000AA");
        Assert.Equal("FFFFFF55", Send(chip, "03000000"));
        Send(chip, "06");
        Send(chip, "04");
        Assert.Equal(0, chip.Status);
    }

    [Fact]
    public void Addresses_roll_over_at_32_KiB_and_their_highest_bit_does_not_count()
    {
        Mb85rs256Model chip = new("MEM");
        Send(chip, "06");
        Send(chip, "027FFF0102");
        Assert.Equal("FFFFFF0102", Send(chip, "03FFFF0000"));
        Assert.Equal((1, 2), (chip.Memory[^1], chip.Memory[0]));
    }

    [Theory]
    [InlineData("04", 0x5FFF, 0x6000)]
    [InlineData("08", 0x3FFF, 0x4000)]
    public void Protected_blocks_stay_also_without_power(string status, int free, int kept)
    {
        Mb85rs256Model chip = new("MEM");
        Send(chip, "06");
        Send(chip, "01" + status);
        chip.PowerOn();
        Send(chip, "06");
        Send(chip, $"02{free:X4}0909");
        Assert.Equal((9, 0), (chip.Memory[free], chip.Memory[kept]));
    }

    [Theory]
    [InlineData(SpiMode.Mode1, 5_000_000)]
    [InlineData(SpiMode.Mode2, 5_000_000)]
    [InlineData(SpiMode.Mode3, 40_000_000)]
    public void In_another_mode_or_at_another_clock_it_does_not_answer(SpiMode mode, int clock)
    {
        Mb85rs256Model chip = new("MEM");
        byte[] answer = new byte[5];
        chip.Exchange([0x9F, 0, 0, 0, 0], answer, mode, clock);
        Assert.All(answer, b => Assert.Equal(0xFF, b));
        Assert.Equal("FF047F0509", Send(chip, "9F00000000"));
    }

    [Fact]
    public void What_the_driver_writes_to_any_page_it_reads_again()
    {
        Mb85rs256Model chip = new("MEM");
        Mb85rs256Fram driver = Driver(chip);
        driver.Identify();
        Gen.Select(Gen.Int[0, driver.PageCount - 1], Gen.Byte.Array[driver.PageBytes]).Sample(
            (page, data) =>
            {
                driver.Write(page, data);
                byte[] read = new byte[driver.PageBytes];
                driver.Read(page, read);
                return read.AsSpan().SequenceEqual(data)
                    && chip.Memory.AsSpan(page * driver.PageBytes, driver.PageBytes).SequenceEqual(data);
            },
            threads: 1);
    }

    [Fact]
    public void A_power_cut_at_any_byte_of_a_save_leaves_the_last_complete_state()
    {
        byte[] old = [.. Enumerable.Range(0, 150).Select(i => (byte)(3 * i))];
        byte[] next = [.. Enumerable.Range(0, 170).Select(i => (byte)(250 - i))];
        int cuts = 0;
        int wasOld = 0;
        Func<byte, byte, byte>[] tears =
        [
            (was, wanted) => was, (was, wanted) => (byte)(was & wanted), (was, wanted) => (byte)(was ^ 0x5A), (was, wanted) => wanted,
        ];
        foreach (Func<byte, byte, byte> tear in tears)
        {
            // Two saves, so that the slot that is written holds an older state.
            bool isComplete = false;
            for (int bytes = 0; !isComplete; bytes++)
            {
                Mb85rs256Model chip = new("MEM") { Torn = tear };
                SettingsStore store = new(Driver(chip));
                store.Save([9, 9, 9]);
                store.Save(old);
                chip.BytesUntilPowerFails = bytes;
                try
                {
                    store.Save(next);
                    isComplete = chip.Powered;
                }
                catch (Exception e) when (e is ChipException or FlashException)
                {
                    Assert.False(chip.Powered);
                }

                cuts += chip.Powered ? 0 : 1;
                chip.PowerOn();
                SettingsStore after = new(Driver(chip));
                byte[] found = after.Load()!;
                bool isOld = found.AsSpan().SequenceEqual(old);
                wasOld += isOld ? 1 : 0;
                Assert.True(isOld ? !isComplete : found.AsSpan().SequenceEqual(next), $"cut at byte {bytes}");
                after.Save([1, 2, 3]);
                Assert.Equal([1, 2, 3], new SettingsStore(Driver(chip)).Load());
            }
        }

        // The header of the new slot is written last, then read: a cut after it finds the new state.
        Assert.True(cuts > 4 * 1000 && wasOld > cuts / 2, $"{cuts} cuts, {wasOld} old");
    }

    [Fact]
    public void A_wrong_bit_on_the_wire_to_the_master_does_not_make_a_good_state_look_torn()
    {
        Mb85rs256Model chip = new("MEM");
        new SettingsStore(Driver(chip)).Save([1, 2, 3, 4]);
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        chip.Memory.CopyTo(board.Memory.Memory, 0);
        for (long frame = 0; frame < 4; frame++)
        {
            long start = board.SpiDevices[^1].FrameCount;
            board.DisturbWire((name, number, fromMaster, bytes) =>
            {
                if (!fromMaster && number == start + frame && bytes.Length > 8)
                    bytes[8] ^= 0x10;
            });
            Assert.Equal([1, 2, 3, 4], new SettingsStore(new Mb85rs256Fram(board.MemoryLink, "MEM")).Load());
        }

        Assert.Equal("MEM", board.SpiDevices[^1].ChipName);
        Assert.Equal(SpiMode.Mode3, board.SpiDevices[^1].ConnectionSettings.Mode);
        Assert.Equal(BoardPins.MeasureBus, board.SpiDevices[^1].ConnectionSettings.BusId);
    }

    private static Mb85rs256Fram Driver(Mb85rs256Model chip) => new(new Wire(chip), "MEM");

    private static string Send(Mb85rs256Model chip, string frame)
    {
        byte[] send = Convert.FromHexString(frame);
        byte[] receive = new byte[send.Length];
        chip.Exchange(send, receive, SpiMode.Mode3, 5_000_000);
        return Convert.ToHexString(receive);
    }

    private sealed class Wire(Mb85rs256Model chip) : ISpiLink
    {
        public void Write(byte[] frame) => chip.Exchange(frame, new byte[frame.Length], SpiMode.Mode3, BoardPins.MeasureClock);

        public void TransferFullDuplex(byte[] send, byte[] receive) => chip.Exchange(send, receive, SpiMode.Mode3, BoardPins.MeasureClock);

        public void Dispose()
        {
        }
    }
}
