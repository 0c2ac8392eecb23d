using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Settings;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>What survives without power.</summary>
public class MemoryTests
{
    private const string Reading = "PULS:AMPL?;WIDT?;:AVER:COUN?;:REC:MODE?;:CAL:REF:PAIR?;:CALC:WEIG:PAIR?;:CAL:DATE?";

    [Fact]
    public void Settings_reference_weights_and_calibration_come_back_after_a_restart()
    {
        Bench bench = new();
        bench.Do("SYST:DATE 2026,7,1;:CAL:SHUN 1;:PULS:AMPL 3;:REC:MODE STE;:INIT;:CAL:REF:PAIR -0.1,-0.2,-0.3,-0.4,-0.5,-0.6");
        string before = bench.Do(Reading)!;
        string resolution = bench.Do("CALC:RES?")!;
        string shunts = bench.Do("CAL:SHUN:RAT?;DATE?")!;
        bench.Do("MEM:SAVE;*OPC?");
        Bench after = new(flash: bench.Flash);
        Assert.Equal(before, after.Do(Reading));
        Assert.Equal(resolution, after.Do("CALC:RES?"));
        Assert.Equal(shunts, after.Do("CAL:SHUN:RAT?;DATE?"));
        Assert.Contains("2026-07-01", shunts, StringComparison.Ordinal);
        after.Do("MEM:CLE");
        Assert.Equal(-311, after.Error("MEM:LOAD"));
    }

    [Fact]
    public void A_power_cut_at_any_step_of_a_save_leaves_the_last_complete_state()
    {
        Random random = new(5);
        Func<byte, byte, int, byte>[] tears =
        [
            (was, wanted, i) => was,
            (was, wanted, i) => i < 9 ? wanted : was,
            (was, wanted, i) => i < 100 ? wanted : was,
            (was, wanted, i) => (byte)(was & wanted),
            (was, wanted, i) => (byte)random.Next(256),
            (was, wanted, i) => 0,
        ];
        foreach (Func<byte, byte, int, byte> tear in tears)
        {
            for (int saves = 1; saves <= 3; saves++)
            {
                bool isComplete = false;
                for (int step = 0; !isComplete; step++)
                {
                    FakeFlash flash = new(8, 256);
                    Bench bench = new(flash: flash, initialise: false);
                    for (int save = 1; save <= saves; save++)
                        bench.Do($"PULS:COUN {save};:CALC:WEIG:PAIR 1,2,3,4,5,{save};:MEM:SAVE");

                    flash.StepsLeft = step;
                    flash.Torn = tear;
                    bench.Ask("PULS:COUN 45;:MEM:SAVE");
                    isComplete = flash.StepsLeft >= 0 && bench.Session.ErrorCount == 0;
                    flash.StepsLeft = -1;
                    Bench after = new(flash: flash, initialise: false);

                    // A first page that was torn may have been a state: that is told.
                    string told = after.Ask("SYST:ERR?")!;
                    Assert.Matches("^(0,|-314,)", told);
                    string old = saves.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    string expected = isComplete ? "45" : old;
                    string? found = after.Do("PULS:COUN?");

                    // The last step switches over: torn at its very end it may have come through.
                    Assert.True(found == expected || found == "45", $"cut at step {step} after {saves} saves: {found}");
                    Assert.Equal($"1,2,3,4,5,{old}", after.Do("CALC:WEIG:PAIR?"));

                    // And the next save works.
                    after.Do("PULS:COUN 225;:MEM:SAVE");
                    Assert.Equal("225", new Bench(flash: flash, initialise: false).Do("PULS:COUN?"));
                    Assert.True(step < 40);
                }
            }
        }
    }

    [Fact]
    public void A_flash_that_does_not_hold_what_is_written_is_told_and_the_old_state_stays()
    {
        FakeFlash flash = new(8, 256);
        SettingsStore store = new(flash);
        store.Save([1, 2, 3]);
        flash.StepsLeft = -1;
        SettingsStore broken = new(new ForgetfulFlash(flash));
        Assert.Throws<FlashException>(() => broken.Save([4, 5, 6]));
        Assert.Equal([1, 2, 3], new SettingsStore(flash).Load());
        Assert.Throws<FlashException>(() => store.Save(new byte[store.Capacity + 1]));
    }

    [Fact]
    public void One_wrong_bit_anywhere_in_the_newest_state_starts_on_the_one_before_and_says_so()
    {
        FakeFlash good = Saved(out int slotPages);
        int newest = 0;
        for (int bit = 0; bit < 8 * (20 + new SettingsStore(good).Length); bit++)
        {
            int at = bit / 8 < 20 ? bit / 8 : good.PageBytes + bit / 8 - 20;
            FakeFlash flash = Copy(good);
            flash[slotPages + at / good.PageBytes][at % good.PageBytes] ^= (byte)(1 << (bit % 8));
            Bench bench = new(flash: flash, initialise: false);
            Assert.Equal(ScpiError.SaveRecallMemoryLost, bench.Scpi.StateError);
            Assert.StartsWith(
                "-314,\"Save/recall memory lost;the newest saved state is damaged, number 1 before it is in use",
                bench.Ask("SYST:ERR?"),
                StringComparison.Ordinal);
            Assert.Equal("12", bench.Do("PULS:COUN?"));
            newest++;
        }

        Assert.InRange(newest, 1000, 100_000);
    }

    [Fact]
    public void Every_client_is_told_until_a_state_is_saved_or_the_flash_erased()
    {
        foreach (string mend in (string[])["MEM:SAVE", "MEM:CLE"])
        {
            FakeFlash flash = Saved(out int slotPages);
            flash[slotPages + 1][3] ^= 1;
            Bench bench = new(flash: flash, initialise: false);
            Assert.Equal(1, bench.Session.ErrorCount);
            ScpiSession second = bench.Scpi.Connect(new TestOutput());
            Assert.Equal(1, second.ErrorCount);
            second.LinkLost();
            bench.Ask("*CLS;*ESR?");
            Assert.Equal("8", bench.Ask("MEM:LOAD;*ESR?"));
            Assert.Equal("-314", bench.Ask("SYST:ERR?")!.Split(',')[0]);
            bench.Do(mend);
            Assert.Equal(0, bench.Scpi.Connect(new TestOutput()).ErrorCount);
            Assert.Equal(ScpiError.None, new Bench(flash: flash, initialise: false).Scpi.StateError);
        }
    }

    [Fact]
    public void Where_no_state_is_whole_the_defaults_are_used_and_that_is_said()
    {
        FakeFlash flash = Saved(out int slotPages);
        flash[1][0] ^= 1;
        flash[slotPages][7] ^= 128;
        Bench bench = new(flash: flash, initialise: false);
        Assert.StartsWith(
            "-315,\"Configuration memory lost;the saved state is damaged, defaults are in use",
            bench.Ask("SYST:ERR?"),
            StringComparison.Ordinal);
        Assert.Equal("1", bench.Do("PULS:COUN?"));
        Assert.Equal(-315, bench.Error("MEM:LOAD"));
        bench.Do("MEM:CLE");
        Assert.Equal(-311, bench.Error("MEM:LOAD"));
    }

    [Fact]
    public void A_state_of_another_firmware_is_said_to_be_one()
    {
        FakeFlash other = new(8, 256);
        new SettingsStore(other).Save([1]);
        other[0][0] = (byte)'9';
        BinaryNumbers.Write(Crc32.Of(other[0], 0, 16), other[0], 16, true);
        Assert.Contains(
            "of another firmware, defaults are in use",
            new Bench(flash: other, initialise: false).Ask("SYST:ERR?"),
            StringComparison.Ordinal);

        // A setting and a record that this firmware does not know, beside one that it does.
        FakeFlash newer = Saved(out int slotPages);
        byte[] state = new SettingsStore(newer).Load()!;
        byte[] later = [.. state, 99, 0, 0, 0, 2, 0, 0, 0, 1, 2];
        later[8] ^= 0x55;
        new SettingsStore(newer).Save(later);
        Bench bench = new(flash: newer, initialise: false);
        Assert.StartsWith(
            "-315,\"Configuration memory lost;2 entries of the saved state are of another firmware",
            bench.Ask("SYST:ERR?"),
            StringComparison.Ordinal);
        Assert.Equal("0,\"No error\"", bench.Ask("SYST:ERR?"));
    }

    [Fact]
    public void A_signed_state_that_breaks_off_leaves_the_defaults_and_is_told()
    {
        FakeFlash flash = Saved(out _);
        SettingsStore store = new(flash);
        byte[] state = store.Load()!;
        store.Save(state[..^3]);
        Bench bench = new(flash: flash, initialise: false);
        Assert.StartsWith("-315,\"Configuration memory lost;defaults are in use. ", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("1", bench.Do("PULS:COUN?"));
    }

    [Fact]
    public void A_board_of_another_number_of_nodes_says_so()
    {
        FakeFlash flash = new(40, 4096);
        new Bench(9, flash).Do("CALC:WEIG:PAIR " + string.Join(',', Enumerable.Repeat("1", 36)) + ";:MEM:SAVE");
        Assert.Contains("another number of nodes", new Bench(4, flash).Ask("SYST:ERR?"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public void A_memory_that_was_never_written_is_no_loss(byte filling)
    {
        FakeFlash flash = new(8, 256);
        for (int page = 0; page < flash.PageCount; page++)
            Array.Fill(flash[page], filling);

        Assert.Equal(0, new Bench(flash: flash, initialise: false).Session.ErrorCount);
    }

    [Fact]
    public void The_panel_shows_it_too()
    {
        Fakes.FakeBoard panel = new(4);
        List<string> said = [];
        StateNotice.Show(new PanelScreen(panel, said.Add), "");
        Assert.Empty(said);
        StateNotice.Show(new PanelScreen(panel, said.Add), "lost");
        Assert.Equal("MEMORY: lost", Assert.Single(said));
        Assert.Equal(Glyphs.Of('M').ToString(), panel.Shown!.ToString());
    }

    private static FakeFlash Saved(out int slotPages)
    {
        FakeFlash flash = new(8, 256);
        Bench bench = new(flash: flash, initialise: false);
        bench.Do("PULS:COUN 12;:MEM:SAVE");
        bench.Do("PULS:COUN 13;:CALC:WEIG:PAIR 1,2,3,4,5,6;:MEM:SAVE");
        slotPages = flash.PageCount / 2;
        return flash;
    }

    private static FakeFlash Copy(FakeFlash flash)
    {
        FakeFlash copy = new(flash.PageCount, flash.PageBytes);
        for (int page = 0; page < flash.PageCount; page++)
            flash[page].CopyTo(copy[page], 0);

        return copy;
    }

    private sealed class ForgetfulFlash(FakeFlash flash) : IFlashStore
    {
        public int PageCount => flash.PageCount;

        public int PageBytes => flash.PageBytes;

        public void Check()
        {
        }

        public void Read(int page, byte[] buffer) => flash.Read(page, buffer);

        public void Erase(int page) => flash.Erase(page);

        public void Write(int page, byte[] data)
        {
            byte[] damaged = [.. data];
            damaged[1] ^= 4;
            flash.Write(page, damaged);
        }
    }
}
