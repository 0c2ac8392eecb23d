using MagHopfield.NanoFramework.Tests.Image;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// <c>throw;</c>: where the catch block has called something that threw and caught on its own, the device's interpreter throws a bare
/// System.Exception instead of the one that was caught. In IL: <c>rethrow</c>.
/// </summary>
internal static class Rethrow
{
    public static IEnumerable<Finding> Find(FirmwareImage image)
    {
        foreach (MethodDefinition method in image.Methods.Where(method => method.HasBody))
        {
            foreach (Instruction instruction in method.Body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Rethrow))
            {
                yield return image.At(
                    method, instruction, "throw; may lose the exception. Name it: catch (Exception e) { …; throw e; }, or use a filter.");
            }
        }
    }
}
