using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Settings;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// What of an instrument survives without power: settings by the CRC-32 of their header, so that a newer firmware finds its own; the range
/// of the reference with its date; weights; the calibration of the shunts.
/// </summary>
internal static class InstrumentState
{
    // The last second of the year 2099.
    private const double LatestDate = 4102444799;
    private const double LargestSiemens = 1e9;

    // Tag and length; a number; a real.
    private const int RecordHead = 8;
    private const int KeyBytes = 4;
    private const int RealBytes = 8;

    public static byte[] Of(ScpiInstrument scpi)
    {
        HopfieldInstrument instrument = scpi.Instrument;
        StateWriter writer = new StateWriter(Size(instrument));
        writer.Begin(StateTag.Settings);
        for (SettingId id = 0; id < SettingId.Count; id++)
        {
            ScpiSetting setting = scpi.Table.Setting(id);
            writer.Write(Key(setting.Header));
            writer.Write(setting.Value);
        }

        writer.End();
        if (instrument.Reference.Count > 0)
        {
            writer.Begin(StateTag.Reference);
            writer.Write((uint)instrument.NodeCount);
            writer.Write((double)scpi.ReferenceDate);
            writer.Write(instrument.Reference.Minimum.ToPairs());
            writer.Write(instrument.Reference.Maximum.ToPairs());
            writer.End();
        }

        if (instrument.HasWeights)
        {
            writer.Begin(StateTag.Weights);
            writer.Write((uint)instrument.NodeCount);
            writer.Write(instrument.FieldResolution);
            writer.Write(instrument.Weights.ToPairs());
            writer.End();
        }

        ShuntCalibration? shunts = instrument.ShuntCalibration;
        if (shunts != null)
        {
            writer.Begin(StateTag.Shunts);
            writer.Write((uint)instrument.NodeCount);
            writer.Write(shunts.RelativeError);
            writer.Write(shunts.Ratios);
            writer.Write(shunts.Date);
            writer.End();
        }

        return writer.ToBytes();
    }

    private static int Size(HopfieldInstrument instrument)
    {
        int nodes = instrument.NodeCount;
        int pairs = nodes * (nodes - 1) / 2;
        ShuntCalibration? shunts = instrument.ShuntCalibration;
        return RecordHead + (KeyBytes + RealBytes) * (int)SettingId.Count
            + (instrument.Reference.Count > 0 ? RecordHead + KeyBytes + RealBytes * (1 + 2 * pairs) : 0)
            + (instrument.HasWeights ? RecordHead + KeyBytes + RealBytes * (1 + pairs) : 0)
            + (shunts != null ? RecordHead + 2 * KeyBytes + RealBytes * (1 + nodes) + shunts.Date.Length : 0);
    }

    /// <summary>Gives an instrument a state. Where an error is found nothing is changed but the settings.</summary>
    /// <returns>Number of entries that were passed over: of another firmware, or out of the range of this one.</returns>
    /// <exception cref="FlashException">The bytes are no state of an instrument of as many nodes.</exception>
    public static int Give(ScpiInstrument scpi, byte[] bytes)
    {
        // Twice: an ESP32 has no room for a state beside the one that it takes the place of.
        int passedOver = Check(scpi, bytes);
        StateReader reader = new StateReader(bytes);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case StateTag.Reference:
                    GiveReference(scpi, reader);
                    break;
                case StateTag.Weights:
                    GiveWeights(scpi.Instrument, reader);
                    break;
                case StateTag.Shunts:
                    reader.Number();
                    scpi.Instrument.ShuntCalibration = Shunts(reader, scpi.Instrument.NodeCount);
                    break;
                default:
                    break;
            }
        }

        return passedOver;
    }

    // Reads all, and gives the settings.
    private static int Check(ScpiInstrument scpi, byte[] bytes)
    {
        int nodes = scpi.Instrument.NodeCount;
        int pairs = nodes * (nodes - 1) / 2;
        int passedOver = 0;
        StateReader reader = new StateReader(bytes);
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case StateTag.Settings:
                    passedOver += GiveSettings(scpi.Table, reader);
                    break;
                case StateTag.Reference:
                    CheckNodes(reader, nodes);
                    Positive(reader.Real(), LatestDate);
                    reader.Reals(pairs);
                    reader.Reals(pairs);
                    break;
                case StateTag.Weights:
                    CheckNodes(reader, nodes);
                    Positive(reader.Real(), LargestSiemens);
                    reader.Reals(pairs);
                    break;
                case StateTag.Shunts:
                    CheckNodes(reader, nodes);
                    Shunts(reader, nodes);
                    break;
                default:
                    passedOver++;
                    break;
            }
        }

        return passedOver;
    }

    private static void GiveReference(ScpiInstrument scpi, StateReader reader)
    {
        int nodes = scpi.Instrument.NodeCount;
        reader.Number();
        double date = reader.Real();
        scpi.Instrument.ClearReference();
        ReferenceConductance reference = new ReferenceConductance();
        Include(reference, reader, nodes);
        Include(reference, reader, nodes);
        scpi.Instrument.RestoreReference(reference);
        scpi.ReferenceDate = (long)date;
    }

    private static void GiveWeights(HopfieldInstrument instrument, StateReader reader)
    {
        int nodes = instrument.NodeCount;
        reader.Number();
        double resolution = reader.Real();
        instrument.RestoreWeights(WeightMatrix.FromPairs(nodes, reader.Reals(nodes * (nodes - 1) / 2)), resolution);
    }

    // A matrix at a time: an ESP32 has no room for both beside the reference.
    private static void Include(ReferenceConductance reference, StateReader reader, int nodes) =>
        reference.Include(ConductanceMatrix.FromPairs(nodes, reader.Reals(nodes * (nodes - 1) / 2)));

    private static int GiveSettings(CommandTable table, StateReader reader)
    {
        uint[] keys = new uint[(int)SettingId.Count];
        for (SettingId id = 0; id < SettingId.Count; id++)
            keys[(int)id] = Key(table.Setting(id).Header);

        int passedOver = 0;
        while (reader.Left > 0)
        {
            uint key = reader.Number();
            double value = reader.Real();
            bool isTaken = false;
            for (SettingId id = 0; id < SettingId.Count; id++)
            {
                if (keys[(int)id] == key)
                {
                    // One that is out of the range of this firmware keeps what it has.
                    isTaken = table.Setting(id).TrySet(value);
                }
            }

            passedOver += isTaken ? 0 : 1;
        }

        return passedOver;
    }

    private static ShuntCalibration Shunts(StateReader reader, int nodes)
    {
        double error = reader.Real();
        double[] ratios = reader.Reals(nodes);
        string date = reader.Text();
        try
        {
            return new ShuntCalibration(ratios, error, date);
        }
        catch (System.ArgumentException)
        {
            throw StateReader.Damaged();
        }
    }

    private static double Positive(double value, double largest) =>
        value >= 0 && value <= largest ? value : throw StateReader.Damaged();

    private static void CheckNodes(StateReader reader, int nodes)
    {
        uint stored = reader.Number();
        if (stored != (uint)nodes)
            throw new FlashException("The state in flash is of a board of another number of nodes: save a new one.");
    }

    private static uint Key(string header)
    {
        byte[] bytes = new byte[header.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)header[i];

        return Crc32.Of(bytes, 0, bytes.Length);
    }
}
