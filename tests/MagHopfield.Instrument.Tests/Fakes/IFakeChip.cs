namespace MagHopfield.Instrument.Tests.Fakes;

public interface IFakeChip
{
    byte[] Transfer(byte[] sent);
}
