-- AlterTable
ALTER TABLE "bounces" ADD COLUMN     "private_report" JSON;
